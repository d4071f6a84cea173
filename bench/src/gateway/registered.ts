import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import type { JsonValue } from './world.ts'

const registry = operationsOf('web')
const queue = { tab: 'WAITING', scope: 'MINE' }
const one = { id: 'one' }

/**
 * The operations that the web sends most: those of every visit, the queues with their rows, and a trainee's own pages.
 */
const VARIABLES: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> = {
  Viewer: {},
  Home: {},
  SigningQueuePage: queue,
  ApprovalQueuePage: queue,
  ServiceTimeQueuePage: queue,
  Activity: one,
  GoalPage: one,
  Plan: one,
  MyPlans: {},
  Trainee: one,
}

export interface RegisteredOperation {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, JsonValue>>
}

/** The ten operations as they are registered, word for word, so that a gateway takes them for registered. */
export const registered: readonly RegisteredOperation[] = Object.entries(VARIABLES).map(
  ([name, variables]) => ({ name, variables, query: registry.get(name) ?? '' }),
)
