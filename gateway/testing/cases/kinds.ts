import { abstractPlaces } from './abstract-places.ts'
import { subgraphsAhead } from './ahead.ts'
import type { Kind } from './case.ts'
import { conditionalInputs } from './conditional-inputs.ts'
import { entityErrors } from './entity-errors.ts'
import { errorsOfSubgraphs } from './errors-of-subgraphs.ts'
import { hiddenInputs } from './hidden-inputs.ts'
import { hiddenNames } from './hidden-names.ts'
import { introspection, oneOf, specifications } from './introspection.ts'
import { conditionsOverFragments, interfaceObjects, listsOfLists } from './found-by-fuzz.ts'
import { lostInputs } from './lost-inputs.ts'
import { lostKeys } from './lost-keys.ts'
import { lostSubgraphs } from './lost-subgraphs.ts'
import { malformed } from './malformed.ts'
import { nearestCause } from './nearest-cause.ts'
import { builtIn, numbers } from './numbers.ts'
import { oneCause } from './one-cause.ts'
import { plannerAliases } from './planner-aliases.ts'
import { unseenReferences } from './unseen-references.ts'
import { values } from './values.ts'

/** Every kind of answer that an executor may get wrong, with what is right. */
export const kinds: readonly Kind[] = [
  errorsOfSubgraphs,
  ...entityErrors,
  ...values,
  introspection,
  oneOf,
  abstractPlaces,
  specifications,
  ...lostSubgraphs,
  ...lostKeys,
  lostInputs,
  hiddenInputs,
  unseenReferences,
  ...malformed,
  subgraphsAhead,
  numbers,
  builtIn,
  conditionalInputs,
  oneCause,
  nearestCause,
  ...hiddenNames,
  plannerAliases,
  interfaceObjects,
  conditionsOverFragments,
  listsOfLists,
]
