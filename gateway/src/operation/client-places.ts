import type { ProtectedOperation } from './protected-names.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'

/** Errors of a plan's fetches with their places under the client's names; `names` is null where these are the plan's. */
export function clientPlaces(
  errors: readonly SubgraphError[],
  names: ProtectedOperation | null,
): readonly SubgraphError[] {
  if (!names) return errors
  return errors.map((each) => (each.path ? { ...each, path: names.restorePath(each.path) } : each))
}
