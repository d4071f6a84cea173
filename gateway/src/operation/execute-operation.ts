import { getVariableValues } from 'graphql'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'
import { maskBug } from '../errors/mask.ts'
import { answerPlan } from '../execution/answer-plan.ts'
import type { JsonObject } from '../execution/json.ts'
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
export interface Answer {
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
}

export type Execute = (
  operation: PreparedOperation,
  variables: JsonObject,
  actor: OperationActor,
) => Promise<Answer | Refusal>

interface Coerced {
  readonly kind: 'coerced'
  readonly values: JsonObject
}

function coerce({ graph, operation }: PreparedOperation, variables: JsonObject): Coerced | Refusal {
  if (!operation.variableDefinitions?.length) return { kind: 'coerced', values: {} }
  const { coerced, errors } = getVariableValues(graph.schema, operation.variableDefinitions, variables)
  return errors ? refuseDocument('BAD_USER_INPUT', errors) : { kind: 'coerced', values: coerced }
}

async function run(each: OperationRun): Promise<Answer> {
  try {
    const through = each.operation.passThrough
    return { kind: 'answer', body: through ? await passThrough(each, through) : await answerPlan(each) }
  } catch (cause) {
    const { operation } = each.operation
    const error = maskBug(each.log, cause, { operation: operation.name?.value })
    return { kind: 'answer', body: JSON.stringify({ errors: [error], data: null }) }
  }
}

/** Executes operations; identical reads of one actor that are under way at the same time share one execution. */
export function createExecute(subgraphs: Subgraphs, log: Logger): Execute {
  const reads = createSharedReads<Answer>()
  return async (operation, variables, actor) => {
    const coerced = coerce(operation, variables)
    if (coerced.kind === 'refused') return coerced
    const each = { operation, variables, coerced: coerced.values, actor, subgraphs, log }
    if (operation.operation.operation === 'mutation') return reads.write(() => run(each))
    return reads.read(`${operation.id} ${actor.key} ${JSON.stringify(variables)}`, () => run(each))
  }
}
