import type { OperationRun } from '../operation/execute-operation.ts'
import type { PreparedOperation } from '../operation/prepare-operation.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { Answer } from './answer.ts'
import type { Completion } from './completion.ts'
import { introspect } from './introspect.ts'
import type { JsonObject } from './json.ts'
import { oncePerCause, unexplained } from './one-cause.ts'

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
  const once = oncePerCause(failed)
  const nulls = unexplained(completion.errors, once)
  const [errors, valueCompletion] = [placed(once, operation), placed(nulls, operation)]
  if (valueCompletion.length > 0) return { kind: 'result', data, errors, extensions: { valueCompletion } }
  return errors.length > 0
    ? { kind: 'result', data, errors }
    : { kind: 'text', body: JSON.stringify({ data }) }
}

type Path = readonly (string | number)[]

/** The same under the client's names. */
function placed<Told extends { readonly path?: Path | undefined }>(
  told: readonly Told[],
  { names }: PreparedOperation,
): readonly Told[] {
  if (!names) return told
  return told.map((each) => (each.path ? { ...each, path: names.restorePath(each.path) } : each))
}
