import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { CompletionError } from './completion.ts'
import type { JsonObject } from '../json/json.ts'

/** The whole answer, without errors, as JSON in UTF-8: ready for the wire. */
export interface TextAnswer {
  readonly kind: 'text'
  readonly body: Buffer | string
}

/** An answer with errors or extensions beside its data. */
export interface ResultAnswer {
  readonly kind: 'result'
  readonly data: JsonObject | null
  /** As the subgraphs gave them, placed in the client's answer: not yet fit for the client to see. */
  readonly errors: readonly SubgraphError[]
  readonly extensions?: {
    /** Nulls that no error explains, in the form of other gateways of federation. */
    readonly valueCompletion: readonly CompletionError[]
  }
}

/** What executing an operation gives. */
export type Answer = TextAnswer | ResultAnswer
