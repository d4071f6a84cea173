import { once } from 'node:events'
import { lstat, unlink } from 'node:fs/promises'
import type { Server as HttpServer } from 'node:http'
import { connect, createServer, type Server } from 'node:net'

/** Takes connections for an HTTP server, besides those that it takes itself. */
export const createListener = (server: HttpServer): Server =>
  createServer({ allowHalfOpen: true }, (connection) => server.emit('connection', connection))

/**
 * Listens on a Unix socket to which only this user may connect; closing the listener removes its file. The file of a
 * process that is gone is taken over. Rejects when another process listens there, or when it is a file of another kind.
 */
export async function listenOnSocket(listener: Server, path: string): Promise<void> {
  if (await isLeftBehind(path)) await unlink(path)
  // The file is made before `listen` returns: there is no moment in which others may connect.
  const mask = process.umask(0o177)
  listener.listen(path)
  process.umask(mask)
  await once(listener, 'listening')
}

/** Whether it is a socket at which nobody listens any more. */
async function isLeftBehind(path: string): Promise<boolean> {
  const file = await lstat(path).catch(() => null)
  if (!file?.isSocket()) return false
  const probe = connect(path)
  try {
    await once(probe, 'connect')
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED'
  } finally {
    probe.destroy()
  }
}
