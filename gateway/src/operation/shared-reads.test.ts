import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExecute } from './execute-operation.ts'
import type { OperationActor } from './operation-run.ts'
import type { PreparedOperation } from './prepare-operation.ts'
import { createSharedReads } from './shared-reads.ts'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'
import { prepare } from '../../testing/prepare.ts'

let world: World
let release: () => void
const kari: OperationActor = {
  key: 'kari',
  person: 'kari',
  headers: { 'x-actor': 'kari' },
  maySend: 'anything',
}
const ola: OperationActor = { key: 'ola', person: 'ola', headers: { 'x-actor': 'ola' }, maySend: 'anything' }

beforeEach(async () => {
  world = await aWorld(library)
  const hold = new Promise<void>((resolve) => (release = resolve))
  for (const subgraph of Object.values(world.subgraphs)) subgraph.hold = hold
})
afterEach(() => world.close())

function asking() {
  const { gateway } = world
  const execute = createExecute(gateway.subgraphs, createSharedReads())
  const prepared = new Map<string, PreparedOperation>()
  return (query: string, actor: OperationActor, variables = {}, signal = new AbortController().signal) => {
    const operation = prepared.get(query) ?? prepare(gateway.graphs.current, query)
    prepared.set(query, operation)
    return execute(operation, variables, { actor, signal, deadlineAt: Date.now() + 10_000 })
  }
}

const sentActors = () => world.subgraphs['catalogue']?.received.map(({ headers }) => headers['x-actor'])

it('identical reads of one actor under way together are one', async () => {
  const ask = asking()
  const reads = [ask('{ books { id } }', kari), ask('{ books { id } }', kari)]
  release()
  const [first, second] = await Promise.all(reads)
  expect(first).toBe(second)
  expect(sentActors()).toEqual(['kari'])
})

it('never across actors', async () => {
  const ask = asking()
  const reads = [ask('{ books { id } }', kari), ask('{ books { id } }', ola)]
  release()
  await Promise.all(reads)
  expect(sentActors()?.sort()).toEqual(['kari', 'ola'])
})

it('never with other variables', async () => {
  const ask = asking()
  const query = 'query ($n: Int!) { books(first: $n) { id } }'
  const reads = [ask(query, kari, { n: 1 }), ask(query, kari, { n: 2 })]
  release()
  await Promise.all(reads)
  expect(sentActors()).toHaveLength(2)
})

it('never a mutation', async () => {
  const ask = asking()
  const writes = [ask('mutation { count }', kari), ask('mutation { count }', kari)]
  release()
  const [first, second] = await Promise.all(writes)
  expect(sentActors()).toHaveLength(2)
  expect(first).not.toEqual(second)
})

it('never a read that began before a write ended: who has written reads what was written', async () => {
  const ask = asking()
  const before = ask('{ books { id } }', kari)
  const { catalogue } = world.subgraphs
  const held = catalogue?.hold ?? Promise.resolve()
  if (catalogue) {
    await expect.poll(() => catalogue.received.length).toBe(1)
    catalogue.hold = Promise.resolve()
  }
  await ask('mutation { count }', kari)
  if (catalogue) catalogue.hold = held
  const after = ask('{ books { id } }', kari)
  release()
  await Promise.all([before, after])
  expect(sentActors()).toHaveLength(3)
})

it('not after it has ended', async () => {
  const ask = asking()
  release()
  await ask('{ books { id } }', kari)
  await ask('{ books { id } }', kari)
  expect(sentActors()).toHaveLength(2)
})

describe('fetches that two operations have in common', () => {
  const common = (what: string) => `{ books { id } authors { ${what} } }`

  it('are one while they are under way, for one actor', async () => {
    const ask = asking()
    const reads = [ask(common('name'), kari), ask(common('born'), kari)]
    release()
    const answers = await Promise.all(reads)
    expect(sentActors()).toEqual(['kari'])
    const bodies = answers.map((each) => ('body' in each ? (JSON.parse(String(each.body)) as unknown) : each))
    expect(bodies).toMatchObject([
      {
        data: {
          books: [{ id: '1' }, { id: '2' }, { id: '3' }],
          authors: [{ name: 'Ibsen' }, { name: 'Hamsun' }],
        },
      },
      { data: { books: [{ id: '1' }, { id: '2' }, { id: '3' }], authors: [{ born: 1828 }, { born: 1859 }] } },
    ])
  })

  it('never across actors', async () => {
    const ask = asking()
    const reads = [ask(common('name'), kari), ask(common('born'), ola)]
    release()
    await Promise.all(reads)
    expect(sentActors()?.sort()).toEqual(['kari', 'ola'])
  })

  it('one that leaves does not end what the other waits for', async () => {
    const ask = asking()
    const leaving = new AbortController()
    const first = ask(common('name'), kari, {}, leaving.signal)
    const second = ask(common('born'), kari)
    leaving.abort()
    release()
    await first
    expect(await second).toMatchObject({ kind: 'text' })
  })
})

it('a read for somebody who has left already is not made for nobody', async () => {
  const signals: AbortSignal[] = []
  const { read } = createSharedReads()
  const start = async (signal: AbortSignal) => void signals.push(signal)
  await read('left', AbortSignal.abort(), start)
  await read('there', new AbortController().signal, start)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
})
