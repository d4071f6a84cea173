import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { endings, MUTATION, READ } from '../../testing/wire-client.ts'
import { JSON_HEAD, say, type Behaviour } from '../../testing/wire-subgraph.ts'

const { subgraph, client } = endings()

const silence: Behaviour = () => undefined
/** A byte now and then, for ever. */
const trickle =
  (begin: string): Behaviour =>
  (socket) => {
    socket.write(begin)
    const timer = setInterval(() => socket.write('x'), 20)
    socket.on('close', () => clearInterval(timer))
  }
const SLOW: Record<string, Behaviour> = {
  silence: silence,
  'a head that trickles': trickle(`${JSON_HEAD}x-endless: `),
  'a body that trickles': trickle(`${JSON_HEAD}content-length: 100000\r\n\r\n`),
}
const TIMEOUT = { code: 'SUBGRAPH_TIMEOUT' }

describe('the deadline is for all of a fetch', () => {
  it.each(Object.entries(SLOW))('%s', async (_name, behaviour) => {
    const one = await subgraph(behaviour)
    const began = Date.now()
    await expect(client([one.url], { timeoutMs: 300 }).send(READ)).rejects.toMatchObject(TIMEOUT)
    expect(Date.now() - began).toBeLessThan(1500)
    await expect.poll(() => one.sockets.size).toBe(0)
  })

  it('waiting for a connection counts, and what was given up meanwhile is never sent', async () => {
    const one = await subgraph(silence)
    const to = client([one.url], { connections: 1, timeoutMs: 300 })
    const all = [to.send(MUTATION), to.send(MUTATION), to.send(MUTATION)]
    await Promise.all(all.map((each) => expect(each).rejects.toMatchObject(TIMEOUT)))
    await expect.poll(() => one.sockets.size).toBe(0)
    expect(one.requests).toHaveLength(1)
  })

  it('and for both tries of a read', async () => {
    const late: Behaviour = (socket) => void setTimeout(() => socket.destroy(), 200)
    const one = await subgraph(late)
    const began = Date.now()
    await expect(client([one.url], { timeoutMs: 300 }).send(READ)).rejects.toMatchObject(TIMEOUT)
    expect(Date.now() - began).toBeLessThan(1500)
  })
})

describe("the operation's deadline", () => {
  it('wins when it is sooner', async () => {
    const one = await subgraph(silence)
    const sending = client([one.url], { timeoutMs: 60_000 }).send({ ...READ, deadlineAt: Date.now() + 200 })
    await expect(sending).rejects.toMatchObject(TIMEOUT)
  })

  it('loses when it is later', async () => {
    const one = await subgraph(silence)
    const sending = client([one.url], { timeoutMs: 200 }).send({ ...READ, deadlineAt: Date.now() + 60_000 })
    await expect(sending).rejects.toMatchObject(TIMEOUT)
  })

  it('that has passed lets nothing be sent', async () => {
    const one = await subgraph(say())
    const to = client([one.url])
    await to.send(READ)
    await expect(to.send({ ...MUTATION, deadlineAt: Date.now() })).rejects.toMatchObject(TIMEOUT)
    expect(one.requests).toHaveLength(1)
  })

  it('that cut requests short does not open their replica’s circuit', async () => {
    const slow = await subgraph((socket, nth) => (nth < 6 ? silence : say())(socket, nth))
    const to = client([slow.url])
    for (let count = 0; count < 6; count++)
      await expect(to.send({ ...READ, deadlineAt: Date.now() + 30 })).rejects.toMatchObject(TIMEOUT)
    // With an open circuit these would wait for the first of them, the probe.
    const both = await Promise.all([to.send(READ), to.send(READ)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
  })
})

describe('the client leaves', () => {
  it.each(Object.entries(SLOW))('the subgraph sees the connection close: %s', async (_name, behaviour) => {
    const one = await subgraph(behaviour)
    const leaving = new AbortController()
    const sending = client([one.url]).send({ ...READ, signal: leaving.signal })
    await expect.poll(() => one.requests.length).toBe(1)
    leaving.abort()
    await expect(sending).rejects.toMatchObject({ cause: { reason: 'left' } })
    await expect.poll(() => one.sockets.size).toBe(0)
    expect(one.requests).toHaveLength(1)
  })

  it('before a connection was free: nothing is sent', async () => {
    const one = await subgraph(silence)
    const to = client([one.url], { connections: 1 })
    const [stays, leaves] = [new AbortController(), new AbortController()]
    const first = to.send({ ...READ, signal: stays.signal })
    const second = to.send({ ...READ, signal: leaves.signal })
    leaves.abort()
    await expect(second).rejects.toMatchObject({ cause: { reason: 'left', sent: false } })
    stays.abort()
    await expect(first).rejects.toMatchObject({ cause: { reason: 'left' } })
    await delay(50)
    expect(one.requests.length).toBeLessThan(2)
  })

  it('before anything was done: nothing is sent', async () => {
    const one = await subgraph(say())
    const to = client([one.url])
    await to.send(READ)
    const sending = to.send({ ...READ, signal: AbortSignal.abort() })
    await expect(sending).rejects.toMatchObject({ cause: { reason: 'left', sent: false } })
    expect(one.requests).toHaveLength(1)
  })
})
