import type { OperationRun } from './operation-run.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { Answer } from '../execution/answer.ts'
import { clientPlaces } from './client-places.ts'
import type { Completion } from '../execution/completion.ts'
import { introspect } from './introspect.ts'
import type { JsonObject } from '../json/json.ts'
import { oncePerCause, unexplained } from '../execution/one-cause.ts'

/**
 * The answer to an operation, from all that was fetched for it and the errors that came with it: in the client's
 * shape, each cause told once.
 */
export function completeAnswer(
  { operation, variables, coerced }: OperationRun,
  fetched: JsonObject,
  failed: readonly SubgraphError[],
): Answer {
  const completion: Completion = {
    errors: [],
    path: [],
    introspect: (places) => introspect(operation, places, variables),
  }
  const data = operation.shapes.for(coerced)(fetched, completion)
  // The shape has written the client's names; what fetches failed with has those of the plan.
  const errors = oncePerCause(clientPlaces(failed, operation.names))
  const valueCompletion = unexplained(completion.errors, errors)
  if (valueCompletion.length > 0) return { kind: 'result', data, errors, extensions: { valueCompletion } }
  return errors.length > 0
    ? { kind: 'result', data, errors }
    : { kind: 'text', body: JSON.stringify({ data }) }
}
