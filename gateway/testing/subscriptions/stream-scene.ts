import { vi } from 'vitest'
import { EntitySharing } from '../../src/subscriptions/completion/entity-sharing.ts'
import type { StreamFailure } from '../../src/subscriptions/contract/failure.ts'
import { newStats } from '../../src/subscriptions/contract/stats.ts'
import { after, type Start } from '../../src/subscriptions/plan/position.ts'
import { Stream } from '../../src/subscriptions/stream/stream.ts'
import type { Subscriber } from '../../src/subscriptions/stream/subscriber.ts'
import type { UpstreamEvent } from '../../src/subscriptions/upstream/sink.ts'
import type { SubgraphAnswer } from '../../src/subgraph/subgraph-answer.ts'
import { FakeUpstream } from './fake-upstream.ts'
import { aPlanner, settingsWith } from './plans.ts'
import { graphOf } from './scripted-world.ts'
import { aPerson } from './world.ts'

const graph = graphOf({
  sdl: `
    type Query { q: Int }
    scalar Cursor
    type Subscription { tick(after: Cursor): Tick plain: Tick }
    type Tick { n: Int! t: Thing }
    type Thing @key(fields: "id") { id: ID! }`,
  other: {
    sdl: 'type Thing @key(fields: "id") { id: ID! name: String }',
    answer: () => Promise.reject(new Error('nobody is asked')),
  },
})
export const TICK = 'subscription { tick { n } }'
export const NAMED = 'subscription { tick { n t { name } } }'
/** Without positions. */
export const PLAIN = 'subscription { plain { n } }'
export const PLAIN_NAMED = 'subscription { plain { n t { name } } }'
export const NOW: Start = { kind: 'now', given: undefined }
const limits = { replayedEvents: 2, unfinishedEvents: 4, unfinishedBytes: 40, fetchesAtOnce: 9 }
export const settle = () => vi.advanceTimersByTimeAsync(0)

interface Given {
  readonly text?: string
  readonly start?: Start
  /** What is shared with other streams. */
  readonly entities?: EntitySharing
}

/** A stream, the subgraph's end of it, and who listens, each with what came of it. */
export function aStream({ text = TICK, start = after('000'), entities }: Given = {}) {
  const upstream = new FakeUpstream()
  const stats = newStats()
  const closed: Stream[] = []
  const behind: Subscriber[] = []
  const purse = { left: Infinity }
  const answers: PromiseWithResolvers<SubgraphAnswer>[] = []
  const signals: (AbortSignal | undefined)[] = []
  const fetch = ({ signal }: { readonly signal?: AbortSignal | undefined }) => {
    const answer = Promise.withResolvers<SubgraphAnswer>()
    answers.push(answer)
    signals.push(signal)
    return answer.promise
  }
  const settings = settingsWith({
    limits,
    timing: { slowMs: 1_000 },
    subgraphs: { urls: () => undefined, fetch },
  })
  const audience = { key: 'k', actor: aPerson('kari') }
  const opening = {
    ...{ plan: aPlanner(graph).plan(text), variables: {}, coerced: {}, audience, entityAudience: audience },
    ...{ upstream, start },
    pay: () => purse.left-- > 0,
    onClosed: (stream: Stream) => void closed.push(stream),
    onBehind: (subscriber: Subscriber) => void behind.push(subscriber),
  }
  const stream = new Stream({ settings, stats, entities: entities ?? new EntitySharing(stats) }, opening)
  const field = text.includes('plain') ? 'plain' : 'tick'
  const listen = (from = start, room = true) => {
    const got: { data?: Record<string, { n: number } | null>; errors?: unknown; extensions?: unknown }[] = []
    const client = { room, drained: () => {} }
    const outlet = {
      next: (_id: string, payload: string) => (got.push(JSON.parse(payload) as never), client.room),
      whenDrained: (run: () => void) => void (client.drained = run),
    }
    const subscriber = stream.join(outlet, 'id', from)
    const end = { of: undefined as unknown }
    subscriber.next().then(
      () => (end.of = 'complete'),
      (error: StreamFailure) => (end.of = error.errors[0]?.extensions?.['code']),
    )
    return { subscriber, client, got, numbers: () => got.map(({ data }) => data?.[field]?.n), end }
  }
  return {
    ...{ stream, upstream, stats, closed, behind, purse, answers, signals, listen },
    tell: (n: number, more: object = {}, bytes = 10) => {
      const cursor = field === 'plain' ? {} : { extensions: { cursor: `00${n}` } }
      const tick = { n, ...(text.includes('name') && { t: { __typename: 'Thing', id: String(n) } }) }
      upstream.sinks.at(-1)?.next({ data: { [field]: tick }, ...cursor, ...more } as UpstreamEvent, bytes)
    },
    named: async (at: number) => {
      answers[at]?.resolve({ data: { _entities: [{ name: 'x' }] } })
      await settle()
    },
  }
}
