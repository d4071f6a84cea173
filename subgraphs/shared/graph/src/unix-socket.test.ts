import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { Server as Listener } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createListener, listenOnSocket } from './unix-socket.ts'

let folder = ''
let path = ''
const open: [Server, Listener][] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socket-'))
  path = join(folder, 'graph.sock')
})
afterEach(async () => {
  for (const [server, listener] of open.splice(0)) {
    server.closeAllConnections()
    listener.close()
  }
  await rm(folder, { recursive: true })
})

/** A server that is found at the socket alone, and says its name. */
async function serve(name: string, at = path): Promise<Listener> {
  const server = createServer((_request, response) => response.end(name))
  const listener = createListener(server)
  await listenOnSocket(listener, at)
  open.push([server, listener])
  return listener
}

async function ask(): Promise<string> {
  const asking = request({ socketPath: path, path: '/graphql', agent: false }).end()
  const [response] = (await once(asking, 'response')) as [NodeJS.ReadableStream]
  return text(response)
}

test('the server answers on the socket, to which only this user may connect', async () => {
  const mask = process.umask()
  await serve('one')
  expect(await ask()).toBe('one')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(process.umask()).toBe(mask)
})

test('the file is gone when the listener is closed', async () => {
  const listener = await serve('one')
  await new Promise((resolve) => listener.close(resolve))
  expect(existsSync(path)).toBe(false)
})

test('the file of a process that was killed is taken over', async () => {
  const listener = await serve('killed', join(folder, 'other.sock'))
  // Closing removes the file by the name that it was made with: under another it stays, and nobody listens.
  await rename(join(folder, 'other.sock'), path)
  await new Promise((resolve) => listener.close(resolve))
  expect(existsSync(path)).toBe(true)
  await serve('new')
  expect(await ask()).toBe('new')
})

test('what another process listens on is left alone', async () => {
  await serve('one')
  await expect(serve('two')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect(await ask()).toBe('one')
})

test('a file that is no socket is left alone', async () => {
  await writeFile(path, 'of somebody')
  await expect(serve('one')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect((await stat(path)).isFile()).toBe(true)
})
