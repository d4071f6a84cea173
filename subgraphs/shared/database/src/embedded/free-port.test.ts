import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, isFree } from './free-port.ts'

test('a free port is below those of outgoing connections, and is given once', async () => {
  const ports = []
  for (let given = 0; given < 50; given++) ports.push(await freePort())
  expect(new Set(ports).size).toBe(50)
  expect(Math.min(...ports)).toBeGreaterThan(10_080)
  expect(Math.max(...ports)).toBeLessThan(32_768)
})

test('a port that somebody listens on is passed over', async () => {
  const before = await freePort()
  const taken = createServer().listen(before + 1, '127.0.0.1')
  await once(taken, 'listening').catch(() => undefined) // or somebody else listens there, which is as good
  expect(await isFree(before + 1)).toBe(false)
  expect(await freePort()).not.toBe(before + 1)
  taken.close()
})
