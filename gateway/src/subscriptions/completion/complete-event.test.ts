import { buildSchema, executeSync, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { aPlanner, settingsWith } from '../../../testing/subscriptions/plans.ts'
import { graphOf } from '../../../testing/subscriptions/scripted-world.ts'
import { aPerson } from '../../../testing/subscriptions/world.ts'
import type { JsonObject } from '../../json/json.ts'
import { SubgraphFailure, type SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'
import type { EntityFetch } from '../contract/options.ts'
import { newStats } from '../contract/stats.ts'
import { completeEvent } from './complete-event.ts'
import { EntitySharing } from './entity-sharing.ts'
import { FetchGate } from './fetch-gate.ts'

const sdl = `
  type Query { q: Int }
  type Subscription { tick(n: Int): Tick }
  type Tick { n: Int! s: String item: Item }
  type Item @key(fields: "id") { id: ID! kind: String }`
const live = buildSchema(`directive @key(fields: String!) on OBJECT ${sdl}`)
const graph = graphOf({
  sdl,
  other: {
    sdl: `type Query { o: Int }
      type Item @key(fields: "id") { id: ID! kind: String @external title(in: String): String must: String! made: String @requires(fields: "kind") }`,
    answer: () => Promise.reject(new Error('nobody is asked')),
  },
})
const rootValue = { tick: { n: 1, s: 's', item: { __typename: 'Item', id: 'i1', kind: 'K' } } }
const titled: SubgraphAnswer = { data: { _entities: [{ title: 'T', must: 'M', made: 'of K' }] } }

interface Given {
  readonly variables?: Record<string, unknown>
  readonly event?: object
  readonly answer?: () => Promise<SubgraphAnswer>
  readonly signal?: AbortSignal
}

/** An event as it was completed, with what the other subgraph was asked and what was logged. */
async function completed(text: string, given: Given = {}) {
  const { variables = {}, answer = () => Promise.resolve(titled), event } = given
  const stats = newStats()
  const asked: EntityFetch[] = []
  const logged: string[] = []
  const settings = settingsWith({
    subgraphs: {
      urls: () => undefined,
      fetch(fetch) {
        asked.push(fetch)
        return answer()
      },
    },
    logger: { warn: () => {}, error: (_details, message) => void logged.push(message) },
  })
  const plan = aPlanner(graph).plan(text, { variables })
  const named = plan.names?.variables(variables) ?? variables
  // What the subgraph says to what it is asked, unless something else is given.
  const { data } = executeSync({
    schema: live,
    document: parse(plan.query),
    variableValues: named,
    rootValue,
  })
  const completion = {
    ...{ plan, variables: named, actor: aPerson('kari'), sharing: null },
    event: { data: JSON.parse(JSON.stringify(data)) as JsonObject, cursor: null, ...event },
    ...{ signal: given.signal ?? new AbortController().signal, gate: new FetchGate(9) },
  }
  const told = await completeEvent(completion, { settings, stats, entities: new EntitySharing(stats) })
  const sent = asked.map(
    (each) => (JSON.parse(each.variables) as { representations: object[] }).representations,
  )
  return { told, asked, sent, logged, stats }
}

const TITLE = 'subscription { tick { n item { title } } }'
const gone = AbortSignal.abort()

describe('B02 an event is answered as a query would be', () => {
  it.each<[string, string, Record<string, unknown>, object, number]>([
    ['with what its subgraph says alone', 'subscription { tick { n } }', {}, { n: 1 }, 0],
    ['with what another adds', TITLE, {}, { n: 1, item: { title: 'T' } }, 1],
    [
      'with what is made of what its subgraph says',
      'subscription { tick { item { made } } }',
      {},
      { item: { made: 'of K' } },
      1,
    ],
    [
      'as conditions say by their defaults',
      'subscription ($s: Boolean = true) { tick { n @skip(if: $s) s item { made @skip(if: $s) title } } }',
      {},
      { s: 's', item: { title: 'T' } },
      1,
    ],
    [
      'as conditions say by what is given',
      'subscription ($s: Boolean = true) { tick { n @skip(if: $s) s item { made @skip(if: $s) } } }',
      { s: false },
      { n: 1, s: 's', item: { made: 'of K' } },
      1,
    ],
    [
      'without asking for what a condition leaves out',
      'subscription ($s: Boolean!) { tick { n item @skip(if: $s) { title } } }',
      { s: true },
      { n: 1 },
      0,
    ],
    [
      'under the client’s names, which meet none that are fetched unseen',
      'subscription { tick { item { id: kind title } } }',
      {},
      { item: { id: 'K', title: 'T' } },
      1,
    ],
  ])('%s', async (_how, text, variables, tick, fetches) => {
    const { told, asked, stats } = await completed(text, { variables })
    expect([told, asked.length, stats.entityRequests]).toEqual([{ data: { tick } }, fetches, fetches])
  })

  it('the other subgraph is asked with the keys, by the actor of the stream', async () => {
    const { sent, asked } = await completed(TITLE)
    expect([sent, asked[0]?.actor.personId]).toEqual([[[{ __typename: 'Item', id: 'i1' }]], 'kari'])
  })

  it('variables reach the other subgraph', async () => {
    const text = 'subscription ($l: String) { tick { item { title(in: $l) } } }'
    const { asked } = await completed(text, { variables: { l: 'nb' } })
    expect(JSON.parse(asked[0]?.variables ?? '')).toMatchObject({ l: 'nb' })
  })

  it('errors of its own subgraph are told, with its data as far as there are any', async () => {
    const error = { message: 'no s', path: ['tick', 's'], extensions: { code: 'NO_S' } }
    const event = { data: { tick: { n: 1, s: null } }, errors: [error] }
    expect((await completed('subscription { tick { n s } }', { event })).told).toEqual({
      data: { tick: { n: 1, s: null } },
      errors: [error],
    })
    const none = { data: null, errors: [{ message: 'no' }] }
    expect((await completed('subscription { tick { n } }', { event: none })).told).toEqual({
      data: { tick: null },
      errors: [{ message: 'no', path: ['tick'] }],
    })
  })

  it('nulls that no error explains are told beside the data', async () => {
    const answer = () => Promise.resolve({ data: { _entities: [{ must: null }] } })
    const { told } = await completed('subscription { tick { item { must } } }', { answer })
    expect(told).toMatchObject({
      data: { tick: { item: null } },
      extensions: { valueCompletion: [{ path: ['tick', 'item', 'must'] }] },
    })
    expect(told.errors).toBeUndefined()
  })
})

describe('B02 what fails takes its part of the event alone', () => {
  it.each<[string, Error, string, string[]]>([
    [
      'a subgraph that is away',
      new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away'),
      'SUBGRAPH_UNAVAILABLE',
      [],
    ],
    ['a bug', new TypeError('a bug'), 'INTERNAL_SERVER_ERROR', ['part of an event could not be fetched']],
  ])('%s', async (_what, error, code, logged) => {
    const found = await completed(TITLE, { answer: () => Promise.reject(error) })
    expect(found.told).toMatchObject({
      data: { tick: { n: 1, item: { title: null } } },
      errors: [{ path: ['tick', 'item', 'title'], extensions: { code } }],
    })
    expect(found.logged).toEqual(logged)
  })

  it('a fetch that was cut short since nobody listens is nothing to log', async () => {
    const answer = () => Promise.reject(new DOMException('left', 'AbortError'))
    expect((await completed(TITLE, { answer, signal: gone })).logged).toEqual([])
  })

  it.each([
    ['', undefined, ['event could not be completed']],
    [', and nobody listens', gone, []],
  ] as const)(
    'the gateway’s own bug leaves what its subgraph said went wrong%s',
    async (_who, signal, logged) => {
      const data = new Proxy(
        {},
        {
          ownKeys: () => {
            throw new TypeError('a bug')
          },
          get: () => {
            throw new TypeError('a bug')
          },
        },
      )
      const errors = [{ message: 'no s' }]
      for (const said of [undefined, errors]) {
        const event = { data, ...(said && { errors: said }) }
        const found = await completed('subscription { tick { n } }', { event, ...(signal && { signal }) })
        expect([found.told.data, found.told.extensions]).toEqual([null, undefined])
        expect(found.told.errors?.map(({ message }) => message)).toEqual([
          ...(said ?? []).map(({ message }) => message),
          'The event could not be completed',
        ])
        expect(found.logged).toEqual(logged)
      }
    },
  )
})
