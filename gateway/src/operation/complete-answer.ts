import type { Executed } from './operation-run.ts'
import type { Answer } from '../execution/answer.ts'
import type { Failures } from '../execution/failures.ts'
import { errorsOfFailures } from './errors-of-failures.ts'
import type { Completion } from '../execution/completion.ts'
import { introspect } from './introspect.ts'
import type { JsonObject } from '../json/json.ts'
import { unexplained } from '../execution/one-cause.ts'

/**
 * The answer to an operation, from all that was fetched for it and the errors that came with it: in the client's
 * shape, each cause as one error.
 */
export function completeAnswer(
  { operation, variables, coerced }: Executed,
  fetched: JsonObject,
  failures: Failures,
): Answer {
  const completion: Completion = {
    errors: [],
    path: [],
    introspect: (places) => introspect(operation, places, variables),
  }
  const data = operation.shapes.for(coerced)(fetched, completion)
  const errors = errorsOfFailures(failures, data, operation)
  const valueCompletion = unexplained(completion.errors, errors)
  if (valueCompletion.length > 0) return { kind: 'result', data, errors, extensions: { valueCompletion } }
  return errors.length > 0
    ? { kind: 'result', data, errors }
    : { kind: 'text', body: JSON.stringify({ data }) }
}
