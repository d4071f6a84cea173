import { describe, expect, it } from 'vitest'
import type { SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'
import { FetchGate } from './fetch-gate.ts'

/** Fetches whose answers the test gives. */
function aSubgraph() {
  const sent: {
    readonly name: string
    readonly signal: AbortSignal
    readonly answer: (by: number) => void
  }[] = []
  const send = (name: string) => (signal: AbortSignal) => {
    const { promise, resolve } = Promise.withResolvers<SubgraphAnswer>()
    sent.push({ name, signal, answer: (by) => resolve({ data: { by } }) })
    return promise
  }
  return { sent, send, names: () => sent.map(({ name }) => name) }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
const stays = new AbortController().signal

describe('B02 the fetches of one stream', () => {
  it('go so many at a time, in their order; equal ones that wait are one, sent when its turn comes', async () => {
    const { sent, send, names } = aSubgraph()
    const gate = new FetchGate(2)
    const answers = ['a', 'b', 'a', 'c', 'a'].map((name) => gate.fetch(name, send(name), stays))
    expect(names()).toEqual(['a', 'b'])
    sent[1]?.answer(1)
    await settle()
    expect(names()).toEqual(['a', 'b', 'a'])
    sent[2]?.answer(2)
    sent[0]?.answer(0)
    await settle()
    expect(names()).toEqual(['a', 'b', 'a', 'c'])
    sent[3]?.answer(3)
    const by = (await Promise.all(answers)).map(({ data }) => data?.['by'])
    expect(by).toEqual([0, 1, 2, 3, 2])
  })

  it('one that has been sent is not joined: it could be older than the event', async () => {
    const { send, names } = aSubgraph()
    const gate = new FetchGate(9)
    void gate.fetch('a', send('a'), stays)
    void gate.fetch('a', send('a'), stays)
    await settle()
    expect(names()).toEqual(['a', 'a'])
  })

  it('nor is one that has waited and been sent then', async () => {
    const { sent, send, names } = aSubgraph()
    const gate = new FetchGate(1)
    for (const name of ['first', 'a']) void gate.fetch(name, send(name), stays)
    sent[0]?.answer(0)
    await settle()
    void gate.fetch('a', send('a'), stays)
    sent[1]?.answer(1)
    await settle()
    expect(names()).toEqual(['first', 'a', 'a'])
  })

  it('one that took the place of one that all have left is joined when the turn of that has come', async () => {
    const { sent, send, names } = aSubgraph()
    const gate = new FetchGate(1)
    void gate.fetch('first', send('first'), stays)
    const leaving = new AbortController()
    void gate.fetch('a', send('a'), leaving.signal)
    leaving.abort()
    void gate.fetch('a', send('a'), stays)
    sent[0]?.answer(0)
    await settle()
    void gate.fetch('a', send('a'), stays)
    for (const at of [1, 2]) {
      sent[at]?.answer(at)
      await settle()
    }
    expect(names()).toEqual(['first', 'a', 'a'])
  })

  it('a place that nobody waited for is free again', async () => {
    const { sent, send, names } = aSubgraph()
    const gate = new FetchGate(1)
    void gate.fetch('a', send('a'), stays)
    sent[0]?.answer(0)
    await settle()
    void gate.fetch('b', send('b'), stays)
    expect(names()).toEqual(['a', 'b'])
  })

  it('everybody gets a copy', async () => {
    const { sent, send } = aSubgraph()
    const gate = new FetchGate(1)
    void gate.fetch('first', send('first'), stays)
    const [one, two] = [gate.fetch('a', send('a'), stays), gate.fetch('a', send('a'), stays)]
    sent[0]?.answer(0)
    await settle()
    sent[1]?.answer(1)
    Object.assign((await one).data ?? {}, { by: 'changed' })
    expect((await two).data).toEqual({ by: 1 })
  })

  it('one that waits is aborted when all who wait for it have left, and fails for nobody else', async () => {
    const { sent, send } = aSubgraph()
    const gate = new FetchGate(1)
    void gate.fetch('first', send('first'), stays)
    const leaving = [new AbortController(), new AbortController()]
    for (const { signal } of leaving) void gate.fetch('a', send('a'), signal)
    void gate.fetch('b', send('b'), stays)
    leaving[0]?.abort()
    sent[0]?.answer(0)
    await settle()
    expect(sent[1]?.signal.aborted).toBe(false)
    leaving[1]?.abort()
    expect(sent[1]?.signal.aborted).toBe(true)
    sent[1]?.answer(1)
    await settle()
    expect(sent.map(({ name, signal }) => [name, signal.aborted])).toEqual([
      ['first', false],
      ['a', true],
      ['b', false],
    ])
  })

  it('a failure takes its own, and the next has its turn', async () => {
    const { send, names } = aSubgraph()
    const gate = new FetchGate(1)
    const failing = gate.fetch('x', () => Promise.reject(new Error('away')), stays)
    void gate.fetch('a', send('a'), stays)
    await expect(failing).rejects.toThrow('away')
    await settle()
    expect(names()).toEqual(['a'])
  })
})
