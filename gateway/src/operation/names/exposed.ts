import type { DefinitionNode, FieldNode, SelectionSetNode } from 'graphql'
import type { NameTable } from './name-table.ts'

/** Names that every object of JavaScript has: a look-up by one finds what nobody gave. */
const INHERITED = Object.prototype
const isOwnOfPlanner = (name: string) =>
  name.startsWith('__') || name.includes('__alias_') || name === '_entities'

/**
 * Whether a response name can meet a field that the client did not ask for under it: one fetched unseen, one that
 * the planner renamed, or one of ours. A field under its own name meets only itself, unless with other arguments.
 */
export function isExposed({ alias, name: { value: name } }: FieldNode, table: NameTable): boolean {
  const given = alias?.value ?? name
  if (given === name) return table.argued.has(name) || (name in INHERITED && !name.startsWith('__'))
  return isOwnOfPlanner(given) || given in INHERITED || table.hidden.has(given)
}

/** The planner declares `representations` itself, and `contextualArgument_…` for `@fromContext`. */
export const isExposedVariable = (name: string): boolean =>
  name === 'representations' ||
  name.startsWith('contextualArgument_') ||
  name.startsWith('__') ||
  name in INHERITED

function selectsExposed({ selections }: SelectionSetNode, table: NameTable): boolean {
  return selections.some((selection) => {
    if (selection.kind === 'FragmentSpread') return false
    if (selection.kind === 'Field' && isExposed(selection, table)) return true
    return selection.selectionSet !== undefined && selectsExposed(selection.selectionSet, table)
  })
}

/** Whether an operation or a fragment has any name that is exposed. */
export function definesExposed(definition: DefinitionNode, table: NameTable): boolean {
  if (definition.kind === 'FragmentDefinition') return selectsExposed(definition.selectionSet, table)
  if (definition.kind !== 'OperationDefinition') return false
  const variables = definition.variableDefinitions ?? []
  return (
    variables.some(({ variable }) => isExposedVariable(variable.name.value)) ||
    selectsExposed(definition.selectionSet, table)
  )
}
