import type { Failures } from '../execution/failures.ts'
import { oncePerCause, oncePerNull } from '../execution/one-cause.ts'
import type { JsonObject } from '../json/json.ts'
import type { ProtectedOperation } from './protected-names.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'

/** Errors of a plan's fetches with their places under the client's names; `names` is null where these are the plan's. */
function clientPlaces(
  errors: readonly SubgraphError[],
  names: ProtectedOperation | null,
): readonly SubgraphError[] {
  if (!names) return errors
  return errors.map((each) => (each.path ? { ...each, path: names.restorePath(each.path) } : each))
}

/**
 * The errors of an operation: one for each cause at each place of the client's answer. `data` must be shaped already.
 */
export function errorsOfFailures(
  { ofPlan, ofAnswer }: Failures,
  data: JsonObject | null,
  names: ProtectedOperation | null,
): readonly SubgraphError[] {
  const ofCauses = oncePerCause(clientPlaces(ofPlan, names))
  return [...ofCauses, ...oncePerNull(data, ofAnswer, ofCauses)]
}
