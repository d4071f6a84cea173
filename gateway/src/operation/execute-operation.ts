import { getVariableValues } from 'graphql'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'
import { maskBug } from '../errors/mask.ts'
import { presentErrors } from '../errors/present-errors.ts'
import type { Answer } from '../execution/answer.ts'
import { answerPlan } from '../execution/answer-plan.ts'
import type { JsonObject } from '../execution/json.ts'
import { roundNumbers } from '../execution/parse-json.ts'
import type { Logger } from '../log.ts'
import type { Headers } from '../subgraph/subgraph-client.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import type { PreparedOperation } from './prepare-operation.ts'
import { passThrough } from './run-pass-through.ts'
import { createSharedReads } from './shared-reads.ts'

/** Who asks, as far as execution needs it. */
export interface OperationActor {
  /** Two requests with the same key see the same graph. */
  readonly key: string
  readonly headers: Headers
}

/** The body of an executed operation, ready to send. */
export interface Presented {
  readonly kind: 'answer'
  readonly body: Buffer | string
}

export interface OperationRun {
  readonly operation: PreparedOperation
  readonly variables: JsonObject
  readonly coerced: JsonObject
  readonly actor: OperationActor
  readonly subgraphs: Subgraphs
  readonly log: Logger
  /** Ends what is fetched for the run when the client has left. */
  readonly signal?: AbortSignal
  /** When the whole operation must be answered, in milliseconds since the epoch. */
  readonly deadlineAt?: number
}

export type Execute = (
  operation: PreparedOperation,
  variables: JsonObject,
  actor: OperationActor,
) => Promise<Presented | Refusal>

interface Coerced {
  readonly kind: 'coerced'
  readonly values: JsonObject
}

function coerce({ graph, operation }: PreparedOperation, variables: JsonObject): Coerced | Refusal {
  if (!operation.variableDefinitions?.length) return { kind: 'coerced', values: {} }
  const judged = roundNumbers(variables) as JsonObject
  const { coerced, errors } = getVariableValues(graph.schema, operation.variableDefinitions, judged)
  return errors ? refuseDocument('BAD_USER_INPUT', errors) : { kind: 'coerced', values: coerced }
}

function present(answer: Answer, { operation, log }: OperationRun): Presented {
  if (answer.kind === 'text') return { kind: 'answer', body: answer.body }
  const errors = presentErrors(answer.errors, { log, name: operation.operation.name?.value })
  const { data, extensions } = answer
  const body = { ...(errors.length > 0 && { errors }), data, ...(extensions && { extensions }) }
  return { kind: 'answer', body: JSON.stringify(body) }
}

async function run(each: OperationRun): Promise<Presented> {
  try {
    const through = each.operation.passThrough
    return present(await (through ? passThrough(each, through) : answerPlan(each)), each)
  } catch (cause) {
    const { operation } = each.operation
    const error = maskBug(each.log, cause, { operation: operation.name?.value })
    return { kind: 'answer', body: JSON.stringify({ errors: [error], data: null }) }
  }
}

/** Executes operations; identical reads of one actor that are under way at the same time share one execution. */
export function createExecute(subgraphs: Subgraphs, log: Logger): Execute {
  const reads = createSharedReads<Presented>()
  return async (operation, variables, actor) => {
    const coerced = coerce(operation, variables)
    if (coerced.kind === 'refused') return coerced
    const each = { operation, variables, coerced: coerced.values, actor, subgraphs, log }
    if (operation.operation.operation === 'mutation') return reads.write(() => run(each))
    return reads.read(`${operation.id} ${actor.key} ${JSON.stringify(variables)}`, () => run(each))
  }
}
