import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DEAD, endings, MUTATION, READ } from '../../testing/wire-client.ts'
import { reset, say, type Behaviour } from '../../testing/wire-subgraph.ts'

const { subgraph, client } = endings()
const UNAVAILABLE = { code: 'SUBGRAPH_UNAVAILABLE' }
const silence: Behaviour = () => undefined
const after =
  (ms: number): Behaviour =>
  (socket, nth) =>
    void setTimeout(() => say()(socket, nth), ms)

async function times(count: number, ask: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done++) await ask()
}

describe('which process gets the request', () => {
  it('equal ones in turn', async () => {
    const [a, b] = [await subgraph(say()), await subgraph(say())]
    const to = client([a.url, b.url])
    await times(4, () => to.send(READ))
    expect([a.requests.length, b.requests.length]).toEqual([2, 2])
  })

  it('one that can be reached, when another cannot', async () => {
    const alive = await subgraph(say())
    const to = client([DEAD, alive.url])
    await times(4, () => to.send(MUTATION))
    expect(alive.requests).toHaveLength(4)
  })

  it('the one with fewer requests under way: a slow one gets few', async () => {
    const [slow, fast] = [await subgraph(after(200)), await subgraph(after(2))]
    const to = client([slow.url, fast.url], { connections: 64 })
    const lane = () => times(20, () => to.send(READ))
    await Promise.all(Array.from({ length: 10 }, lane))
    expect(slow.requests.length).toBeLessThan(fast.requests.length / 3)
  })

  it('SUBGRAPH_UNAVAILABLE when none can be reached', async () => {
    await expect(client([DEAD, DEAD]).send(READ)).rejects.toMatchObject(UNAVAILABLE)
  })
})

describe('a process that fails', () => {
  it('is left alone while there are others, probed by one request at a time, and taken back', async () => {
    let hangs = true
    const ailing = await subgraph((socket, nth) => (hangs ? silence : say())(socket, nth))
    const well = await subgraph(say())
    const to = client([ailing.url, well.url], { timeoutMs: 150 })
    const ask = () => to.send(READ).catch(() => undefined)
    while (ailing.requests.length < 3) await ask()
    const before = ailing.requests.length
    await times(10, ask)
    expect(ailing.requests).toHaveLength(before)
    await delay(1000)
    hangs = false
    const held = ailing.requests.length
    await times(8, ask)
    expect(ailing.requests.length).toBeGreaterThan(held + 1)
  })

  it('gets one probe, however many ask at once when its time is up', async () => {
    const ailing = await subgraph(reset)
    const well = await subgraph(say())
    const to = client([ailing.url, well.url])
    while (ailing.requests.length < 3) await to.send(READ)
    await delay(1000)
    await Promise.all(Array.from({ length: 20 }, () => to.send(READ)))
    expect(ailing.requests).toHaveLength(4)
  })

  it('is tried all the same when there is no other, and those who come meanwhile wait for how it goes', async () => {
    let down = true
    const only = await subgraph((socket, nth) => (down ? reset : after(50))(socket, nth))
    const to = client([only.url])
    await times(5, () => to.send(MUTATION).catch(() => undefined))
    down = false
    const answers = await Promise.all(Array.from({ length: 20 }, () => to.send(READ)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  })
})

it('from another machine a compressed answer is requested', async () => {
  const to = client(['http://progress.internal/graphql'])
  const until = { deadlineAt: Date.now() + 1000 }
  const attempt = await to.replicas.next({ tried: new Set(), mayProbe: true, until })
  expect(attempt?.target.headers).toEqual({ 'accept-encoding': 'gzip, br, deflate' })
})

it('closing lets what is under way finish, and begins nothing more', async () => {
  const one = await subgraph(after(200))
  const to = client([one.url])
  const underWay = to.send(READ)
  await expect.poll(() => one.requests.length).toBe(1)
  const closed = to.replicas.close()
  await expect(to.send(MUTATION)).rejects.toMatchObject(UNAVAILABLE)
  expect((await underWay).status).toBe(200)
  await closed
  await expect.poll(() => one.sockets.size).toBe(0)
})
