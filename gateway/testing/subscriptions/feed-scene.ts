import { Feed } from '../../src/subscriptions/stream/feed.ts'
import type { StreamFailure } from '../../src/subscriptions/contract/failure.ts'
import { newStats } from '../../src/subscriptions/contract/stats.ts'
import type { Start } from '../../src/subscriptions/plan/position.ts'
import type { UpstreamEvent } from '../../src/subscriptions/upstream/sink.ts'
import { FakeUpstream } from './fake-upstream.ts'
import { aPlanner, settingsWith } from './plans.ts'
import { graphOf } from './scripted-world.ts'
import { aPerson } from './world.ts'

const graph = graphOf({
  sdl: `
    type Query { q: Int }
    scalar Cursor
    type Subscription { tick(of: ID, to: ID, after: Cursor): Tick! plain: Tick! }
    type Tick { n: Int! }`,
})
export const TICK = 'subscription ($of: ID, $to: ID) { tick(of: $of, to: $to) { n } }'
/** Without positions. */
export const PLAIN = 'subscription { plain { n } }'
const NOW: Start = { kind: 'now', given: undefined }
export const timing = { backoffMs: 100, maxBackoffMs: 1_000, holdMs: 100, slowMs: 1_000 }

export interface Given {
  readonly text?: string
  readonly start?: Start
  readonly variables?: Record<string, unknown>
}

/** A feed, and what came of it. */
export function aFeed({ text = TICK, start = NOW, variables = {} }: Given = {}) {
  const upstream = new FakeUpstream()
  const stats = newStats()
  const took: unknown[] = []
  const ends: (StreamFailure | null)[] = []
  const consumer = {
    full: false,
    event: ({ data, cursor }: { data?: unknown; cursor: string | null }, bytes: number) =>
      void took.push([data ?? null, cursor, bytes]),
    position: (position: string) => void took.push(position),
    isFull: () => consumer.full,
    ended: (failure: StreamFailure | null) => void ends.push(failure),
  }
  const plan = aPlanner(graph).plan(text)
  const audience = { key: 'k', actor: aPerson('kari') }
  const settings = settingsWith({ timing })
  const feed = new Feed({ plan, variables, audience, start, upstream }, consumer, { settings, stats })
  return {
    ...{ feed, upstream, stats, took, consumer },
    /** The codes by which it has ended; null for a normal end. */
    ended: () => ends.map((each) => each?.errors[0]?.extensions?.['code'] ?? each?.message ?? null),
    bound: async () => (await feed.request()).variables?.['__gatewayAfter'],
    asked: () => upstream.did.filter((each) => each === 'subscribe').length,
    tell: (n: number, cursor?: unknown) =>
      feed.next({ data: { n }, ...(cursor !== undefined && { extensions: { cursor } }) } as UpstreamEvent, 9),
  }
}
