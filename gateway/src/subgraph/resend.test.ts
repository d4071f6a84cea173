import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { DEAD, endings, MUTATION, READ } from '../../testing/wire-client.ts'
import { DATA, JSON_HEAD, reset, say, type Behaviour } from '../../testing/wire-subgraph.ts'

const { subgraph, client } = endings()

const broken =
  (text: string): Behaviour =>
  (socket) =>
    socket.write(text, () => socket.resetAndDestroy())

/** Every point at which a connection can fail once a request may have been seen. */
const AFTER_THE_REQUEST: Record<string, Behaviour> = {
  'reset without a byte of an answer': reset,
  'closed without a byte of an answer': (socket) => void socket.end(),
  'broken within the head': broken('HTTP/1.1 200 OK\r\ncontent-ty'),
  'broken between head and body': broken(`${JSON_HEAD}content-length: 16\r\n\r\n`),
  'broken within the body': broken(`${JSON_HEAD}content-length: 16\r\n\r\n{"da`),
  'broken within a chunked body': broken(`${JSON_HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{"dat\r\n`),
  'not HTTP': (socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
}
const points = Object.entries(AFTER_THE_REQUEST)
const UNAVAILABLE = { code: 'SUBGRAPH_UNAVAILABLE' }
const hangUp = (socket: Socket) => void socket.resetAndDestroy()

describe('a mutation is never sent twice', () => {
  it.each(points)('%s, one process', async (_point, behaviour) => {
    const one = await subgraph(behaviour)
    await expect(client([one.url]).send(MUTATION)).rejects.toMatchObject(UNAVAILABLE)
    expect(one.requests).toHaveLength(1)
  })

  it.each(points)('%s, two processes', async (_point, behaviour) => {
    const [one, other] = [await subgraph(behaviour), await subgraph(behaviour)]
    await expect(client([one.url, other.url]).send(MUTATION)).rejects.toMatchObject(UNAVAILABLE)
    expect(one.requests.length + other.requests.length).toBe(1)
  })

  it('hung up on before the request was read: it may have been, for all that is known here', async () => {
    const [one, other] = [await subgraph(say(), hangUp), await subgraph(say(), hangUp)]
    await expect(client([one.url, other.url]).send(MUTATION)).rejects.toMatchObject(UNAVAILABLE)
    expect([...one.requests, ...other.requests]).toEqual([])
  })

  it('on a kept connection that the subgraph gives up as the mutation comes', async () => {
    const one = await subgraph((socket, nth) => (nth === 0 ? say() : reset)(socket, nth))
    const to = client([one.url], { connections: 1 })
    await to.send(READ)
    await expect(to.send(MUTATION)).rejects.toMatchObject(UNAVAILABLE)
    expect(one.requests).toHaveLength(2)
  })

  it('nor when it took too long', async () => {
    const [one, other] = [await subgraph(() => undefined), await subgraph(() => undefined)]
    const sending = client([one.url, other.url], { timeoutMs: 150 }).send(MUTATION)
    await expect(sending).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' })
    expect(one.requests.length + other.requests.length).toBe(1)
  })

  it('but one that was never sent goes to a process that can be reached', async () => {
    const alive = await subgraph(say())
    const answer = await client([DEAD, DEAD.replace('9', '10'), alive.url]).send(MUTATION)
    expect([answer.body.toString(), alive.requests.length]).toEqual([DATA, 1])
  })
})

describe('a process that says it cannot serve now', () => {
  const head = (status: number) => `HTTP/1.1 ${status} Unable\r\ncontent-type: text/plain\r\n`
  const unable =
    (status: number): Behaviour =>
    (socket) =>
      void socket.write(`${head(status)}content-length: 4\r\n\r\ndown`)

  it.each([502, 503, 504])('%i: reads go to another, and soon no more to it', async (status) => {
    const [one, other] = [await subgraph(unable(status)), await subgraph(say())]
    const to = client([one.url, other.url])
    for (let nth = 0; nth < 20; nth++) expect((await to.send(READ)).body.toString()).toBe(DATA)
    expect(other.requests).toHaveLength(20)
    expect(one.requests.length).toBeLessThan(10)
  })

  it('a mutation is not sent again: it may have been carried out before somebody gave up on it', async () => {
    const [one, other] = [await subgraph(unable(504)), await subgraph(unable(504))]
    await expect(client([one.url, other.url]).send(MUTATION)).rejects.toMatchObject(UNAVAILABLE)
    expect(one.requests.length + other.requests.length).toBe(1)
  })

  it('to a single replica nothing is sent twice', async () => {
    const one = await subgraph(unable(503))
    await expect(client([one.url]).send(READ)).rejects.toMatchObject(UNAVAILABLE)
    expect(one.requests).toHaveLength(1)
  })
})

describe('a read is sent once more when its connection broke', () => {
  it.each(points)('%s, one process', async (_point, behaviour) => {
    const one = await subgraph((socket, nth) => (nth === 0 ? behaviour : say())(socket, nth))
    const answer = await client([one.url]).send(READ)
    expect([answer.body.toString(), one.requests.length]).toEqual([DATA, 2])
  })

  it.each(points)('%s, two processes: by the other', async (_point, behaviour) => {
    const [one, other] = [await subgraph(behaviour), await subgraph(say())]
    const answer = await client([one.url, other.url]).send(READ)
    expect([answer.body.toString(), one.requests.length, other.requests.length]).toEqual([DATA, 1, 1])
  })

  it('and not again: a query that brings processes down does not go through all of them', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => subgraph(reset)))
    await expect(client(all.map(({ url }) => url)).send(READ)).rejects.toMatchObject(UNAVAILABLE)
    expect(all.flatMap(({ requests }) => requests)).toHaveLength(2)
  })

  it('on a kept connection that the subgraph gives up as the read comes', async () => {
    const one = await subgraph((socket, nth) => (nth === 1 ? reset : say())(socket, nth))
    const to = client([one.url], { connections: 1 })
    await to.send(READ)
    expect((await to.send(READ)).body.toString()).toBe(DATA)
    expect(one.requests).toHaveLength(3)
  })
})
