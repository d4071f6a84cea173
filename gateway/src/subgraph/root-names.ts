import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { isIncluded } from '../document/conditions.ts'
import { getOwn, type JsonObject } from '../json/json.ts'

/** The response names that an operation asks for at its root: those that @skip and @include leave under the variables. */
export function readRootNames(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: JsonObject,
): string[] {
  const names = new Set<string>()
  const values: JsonObject = {}
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    values[variable.name.value] =
      getOwn(variables, variable.name.value) ??
      (defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined)
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, values)) continue
      if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet)
      else {
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet)
      }
    }
  }
  walk(operation.selectionSet)
  return [...names]
}
