import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { freePort } from '@kompetanse/database/embedded'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBalancer } from './balancer.ts'
import { listeningOf } from './listening.ts'
import { startSystem, type System } from './system.ts'

let system: System
let balancer: { readonly port: number; readonly stop: () => Promise<void> }

beforeAll(async () => {
  system = await startSystem({ mode: 'test', withSeed: false })
  const port = await freePort()
  balancer = { port, stop: await startBalancer({ port, targets: [] }) }
}, 120_000)
afterAll(async () => {
  await balancer?.stop()
  await system?.stop()
})

const portOf = (url: string) => Number(new URL(url).port)

/**
 * The demonstration logs in whoever is named, so no other machine may connect. What listens is read from /proc, which
 * Linux alone has.
 */
describe.runIf(process.platform === 'linux')('what listens', () => {
  test('is every part, on this machine alone', () => {
    const listening = listeningOf(process.pid)
    const processes = system.parts.filter((name) => name !== 'postgres')
    const ports = [...processes.map((name) => system.probe(name)), system.adminUrl].map(portOf)
    expect(listening.map(({ port }) => port)).toEqual(expect.arrayContaining([...ports, balancer.port]))
    expect(listening.filter(({ address }) => address !== '127.0.0.1')).toEqual([])
  })

  test.each(['0.0.0.0', '::'])('would be found on every address: %s', async (host) => {
    const server = createServer().listen(0, host)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(listeningOf(process.pid).filter(({ address }) => address !== '127.0.0.1')).toEqual([
      { pid: process.pid, port, address: host === '::' ? '0'.repeat(32) : host },
    ])
    server.close()
  })
})
