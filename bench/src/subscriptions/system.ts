import type { Child } from './child.ts'

/** One change that was committed, and when: milliseconds since the epoch, with fractions. */
export interface Commit {
  /** What its event can be recognised by. */
  readonly key: string
  readonly at: number
}

/** What is measured: a gateway in a process of its own, with subgraphs behind it. */
export interface System {
  /** The subgraphs, described for the report. */
  readonly description: string
  readonly gatewayUrl: string
  /** Null where another program has started it. */
  readonly gateway: Child | null
  /** The subscription of an open queue, by `$scope` and `$after`. */
  readonly queue: string
  /** Persons who may listen, at most `count` of them. */
  people(count: number): Promise<readonly string[]>
  bearer(person: string): Promise<string>
  /** The newest cursor of a queue. */
  cursor(person: string): Promise<string>
  /** One change in each of these queues. */
  commit(people: readonly string[]): Promise<readonly Commit[]>
  /** Requests for entities that the gateway has made so far; null where they are not counted. */
  readonly entityRequests: (() => Promise<number>) | null
  stop(): Promise<void>
}

export const now = (): number => performance.timeOrigin + performance.now()
