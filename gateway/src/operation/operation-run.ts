import type { Refusal } from '../errors/refusal.ts'
import type { JsonObject } from '../json/json.ts'
import type { Headers } from '../subgraph/subgraph-client.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import type { PreparedOperation } from './prepare-operation.ts'
import type { SharedReads } from './shared-reads.ts'

/** What a client may send: texts of its own, or registered operations alone (0024). */
export type MaySend = 'anything' | 'registered'

/** The actor of a request, as far as execution needs it. */
export interface OperationActor {
  /** Two requests with the same key see the same graph. */
  readonly key: string
  /** Identifies the queue of operations: the person, whatever their rights; all anonymous callers share one. */
  readonly person: string
  readonly headers: Headers
  readonly maySend: MaySend
  /** Drops the cached actor, when it may have changed. */
  forget?(): void
  /** Finds it out anew, for what is done after something else of the same operation. */
  again?(): Promise<OperationActor | Refusal>
}

/** The actor of a request, and the limits of its execution. */
export interface RequestScope {
  readonly actor: OperationActor
  /** Aborted when the client has left. */
  readonly signal: AbortSignal
  /** Milliseconds since the epoch. */
  readonly deadlineAt: number
}

/** What is executed. Variables are under its own names. */
export interface Executed {
  readonly operation: PreparedOperation
  readonly variables: JsonObject
  readonly coerced: JsonObject
}

/** One execution of an operation. */
export interface OperationRun extends Executed, RequestScope {
  readonly subgraphs: Subgraphs
  readonly reads: SharedReads
}

/** An operation under a client's variables. */
export function executedWith(operation: PreparedOperation, given: JsonObject, coerced: JsonObject): Executed {
  const named = (values: JsonObject) => operation.names?.variables(values) ?? values
  return { operation, variables: named(given), coerced: named(coerced) }
}
