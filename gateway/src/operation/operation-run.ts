import type { Refusal } from '../errors/refusal.ts'
import type { JsonObject } from '../json/json.ts'
import type { Headers } from '../subgraph/subgraph-client.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import type { PreparedOperation } from './prepare-operation.ts'
import type { SharedReads } from './shared-reads.ts'

/** What a client may send: whatever it writes, or what has been registered alone. */
export type MaySend = 'anything' | 'registered'

/** Who asks, as far as execution needs it. */
export interface OperationActor {
  /** Two requests with the same key see the same graph. */
  readonly key: string
  /** Whose line it is, whatever else is known of who asks; nobody's is all nobodies'. */
  readonly person: string
  readonly headers: Headers
  readonly maySend: MaySend
  /** Lets it be found out anew who asks, when that may have changed. */
  forget?(): void
  /** Finds it out anew, for what is done after something else of the same operation. */
  again?(): Promise<OperationActor | Refusal>
}

/** Who asks, and how long the answer is of use. */
export interface Asking {
  readonly actor: OperationActor
  /** Aborted when nobody waits for the answer any more. */
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
export interface OperationRun extends Executed, Asking {
  readonly subgraphs: Subgraphs
  readonly reads: SharedReads
}

/** An operation under a client's variables. */
export function executedWith(operation: PreparedOperation, given: JsonObject, coerced: JsonObject): Executed {
  const named = (values: JsonObject) => operation.names?.variables(values) ?? values
  return { operation, variables: named(given), coerced: named(coerced) }
}
