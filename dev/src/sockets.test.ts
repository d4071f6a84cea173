import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSockets } from './sockets.ts'

let parent = ''
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 's-'))
})
afterEach(() => rm(parent, { recursive: true }))

test('each process has a socket of its own in a folder of this user alone, removed at the end', async () => {
  const { socketOf, remove } = await createSockets(parent)
  const [one, other] = [socketOf('progress') ?? '', socketOf('progress-2') ?? '']
  expect(one).not.toBe(other)
  expect(dirname(one)).toBe(dirname(other))
  expect((await stat(dirname(one))).mode & 0o777).toBe(0o700)
  await remove()
  expect(existsSync(dirname(one))).toBe(false)
})

test('a process whose path would be longer than a socket may have is found at its port', async () => {
  const deep = join(
    parent,
    'x'.repeat(103 - Buffer.byteLength(join(parent, '/kompetanse-123456/a.sock')) - 1),
  )
  await mkdir(deep)
  const { socketOf } = await createSockets(deep)
  expect(Buffer.byteLength(socketOf('a') ?? '')).toBe(103)
  expect(socketOf('ab')).toBeNull()
})
