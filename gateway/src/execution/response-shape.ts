import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Shape } from './completion.ts'
import { compileObject } from './complete-value.ts'
import type { Conditions } from './collect-fields.ts'
import { isIncluded, perConditions } from '../document/conditions.ts'
import { isSelected } from '../document/inner-sets.ts'
import type { JsonObject } from '../json/json.ts'

export interface Shapes {
  /** The shape under the coerced variables that @skip and @include depend on. */
  for(variables: JsonObject): Shape
  /** Whether a path under the document's names leads to what it selects; others lead to inputs that no client sees. */
  selects(path: readonly (string | number)[]): boolean
}

/**
 * The shapes of an operation. `names` maps response names that are not the client's own to the names in the answer;
 * data and the paths of subgraphs' errors have the document's names.
 */
export function createShapes(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  names: ReadonlyMap<string, string> = new Map(),
): Shapes {
  return {
    for: perConditions(operation, fragments, (variables) => {
      const included: Conditions['included'] = (node) => isIncluded(node, variables)
      return compileObject({ schema, fragments, names, included }, operation)
    }),
    selects: (path) => isSelected(path, operation.selectionSet, fragments),
  }
}
