import type { Failures } from '../execution/failures.ts'
import { causeOf, oncePerCause, oncePerNull, withoutExplained } from '../execution/one-cause.ts'
import type { Shapes } from '../execution/response-shape.ts'
import type { JsonObject } from '../json/json.ts'
import type { ProtectedOperation } from './protected-names.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'

/** An operation as it was executed. */
interface Executed {
  readonly shapes: Shapes
  /** Null where the client's names are the plan's. */
  readonly names: ProtectedOperation | null
}

/**
 * Errors of a plan's fetches with their places under the client's names. An input that the client does not select has
 * no place there, whatever the client calls something else: its error has none.
 */
function clientPlaces(
  errors: readonly SubgraphError[],
  { shapes, names }: Executed,
): readonly SubgraphError[] {
  return errors.map((error) => {
    const { path, ...rest } = error
    if (!path) return error
    if (!shapes.selects(path)) return rest
    return names ? { ...rest, path: names.restorePath(path) } : error
  })
}

/**
 * The errors of an operation: one for each cause at each place of the client's answer. What has no place there is left
 * out when a field says the same. `data` must be shaped already.
 */
export function errorsOfFailures(
  { errors, ofFetches, ofAnswer }: Failures,
  data: JsonObject | null,
  executed: Executed,
): readonly SubgraphError[] {
  const ofSubgraphs = clientPlaces(errors, executed)
  const ofFields = oncePerNull(data, ofAnswer, ofSubgraphs)
  const told = [...ofSubgraphs, ...ofFields]
  const unplaced = withoutExplained(data, clientPlaces(ofFetches, executed), told)
  const said = new Set(ofAnswer.map((error) => causeOf(error, null)))
  const ofCauses = oncePerCause([...ofSubgraphs, ...unplaced]).filter(
    (error) => error.path || !said.has(causeOf(error, null)),
  )
  return [...ofCauses, ...ofFields]
}
