import type { Leave } from '../cost/turns.ts'
import type { RequestScope } from '../operation/operation-run.ts'

/** What the pipeline returns beside its answer. */
export interface Aside {
  /** Whether this ever was a GraphQL request; its faults are then those of the document or its variables. */
  wellFormed?: true
  /** The answer as bytes, when it needs no writing: set by the executor, sent instead of what the pipeline writes. */
  body?: Buffer | string
  /** Ends the turn that the operation was given, when it is answered. */
  leave?: Leave
}

/** What goes with one request through Apollo Server's pipeline, to plugins, executors and data sources; they get copies. */
export interface RequestContext extends RequestScope {
  readonly aside: Aside
}
