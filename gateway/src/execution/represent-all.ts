import type { FetchNode } from '@apollo/query-planner'
import type { JsonObject } from '../json/json.ts'
import type { FetchDocument } from './fetch-document.ts'
import { lose } from './lost.ts'
import type { PlanRun } from './plan-run.ts'
import { lostInput, represent } from './representation.ts'
import { rewrite } from './rewrite.ts'

/**
 * The representations to send for the entities at a cursor, as JSON, and the indexes of the entities that each
 * represents.
 */
export interface Representations {
  readonly texts: string[]
  readonly indexes: number[][]
}

/**
 * Represents equal entities once. An entity whose inputs are lost cannot be sent: the fields that it should have got
 * are lost for the same cause.
 */
export function representAll(
  { requires = [], inputRewrites }: FetchNode,
  { supergraphSchema, coerced, failures, sendsDuplicates }: PlanRun,
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
    const same = sendsDuplicates ? undefined : byText.get(text)
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
