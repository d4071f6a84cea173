import type { FetchNode } from '@apollo/query-planner'
import type { JsonObject } from '../json/json.ts'
import type { FetchDocument } from './fetch-document.ts'
import { lose } from './lost.ts'
import type { PlanRun } from './plan-run.ts'
import { lostInput, represent } from './representation.ts'
import { rewrite } from './rewrite.ts'

/** What is sent for the entities at a cursor, as JSON, and which of them each represents, by index there. */
export interface Representations {
  readonly texts: string[]
  readonly indexes: number[][]
}

/**
 * Equal entities are asked for once. One whose inputs are lost cannot be asked for: what it was to get is lost for the
 * same cause.
 */
export function representAll(
  { requires = [], inputRewrites }: FetchNode,
  { supergraphSchema, coerced, failures, asksForEach }: PlanRun,
  entities: readonly JsonObject[],
  fetch: FetchDocument,
): Representations {
  const found: Representations = { texts: [], indexes: [] }
  const byText = new Map<string, number[]>()
  for (const [index, entity] of entities.entries()) {
    const lost = failures.causes.length > 0 ? lostInput(supergraphSchema, entity, requires) : null
    if (lost) {
      lose(entity, fetch.lossFor(lost.losses[0].cause, coerced))
      continue
    }
    const representation = represent(supergraphSchema, entity, requires)
    if (!representation?.['__typename']) continue
    rewrite(supergraphSchema, inputRewrites, representation)
    const text = JSON.stringify(representation)
    const same = asksForEach ? undefined : byText.get(text)
    if (same) {
      same.push(index)
      continue
    }
    const indexes = [index]
    byText.set(text, indexes)
    found.texts.push(text)
    found.indexes.push(indexes)
  }
  return found
}
