import type { GraphQLError } from 'graphql'
import type { Answer } from '../execution/answer.ts'
import { answerPlan } from './answer-plan.ts'
import type { JsonObject } from '../json/json.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import { executedWith, type RequestScope, type OperationRun } from './operation-run.ts'
import type { PreparedOperation } from './prepare-operation.ts'
import { passThrough } from './run-pass-through.ts'
import type { SharedReads } from './shared-reads.ts'

/** Variables that do not fit the operation: nothing was executed. */
export interface BadInput {
  readonly kind: 'bad-input'
  readonly errors: readonly GraphQLError[]
}

export type Execute = (
  operation: PreparedOperation,
  variables: JsonObject,
  scope: RequestScope,
) => Promise<Answer | BadInput>

function run(each: OperationRun): Promise<Answer> {
  const through = each.operation.passThrough
  return through ? passThrough(each, through) : answerPlan(each)
}

/**
 * Executes compiled operations; identical reads of one actor that are under way at the same time share one execution.
 * A read is aborted when all its clients have left. A write never is, since it would then be unknown whether it was
 * done.
 */
export function createExecute(subgraphs: Subgraphs, reads: SharedReads): Execute {
  return async (operation, variables, scope) => {
    const { coerced, errors } = operation.judge(variables)
    if (errors) return { kind: 'bad-input', errors }
    const each = { ...scope, ...executedWith(operation, variables, coerced), subgraphs, reads }
    if (operation.operation.operation === 'mutation')
      return reads.write(() => run({ ...each, signal: NEVER }))
    const key = `${operation.id} ${scope.actor.key} ${JSON.stringify(variables)}`
    return reads.read(key, scope.signal, (signal) => run({ ...each, signal }))
  }
}

const NEVER = new AbortController().signal
