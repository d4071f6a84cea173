import type { DefinitionNode, FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql'
import { isIntrospection } from '../../document/inner-sets.ts'
import type { NameTable } from '../../graph/name-table.ts'

/** Names that every JavaScript object inherits: looking one up finds a value that is not in the data. */
const INHERITED = Object.prototype
const isAliasOfPlanner = (name: string) => name.includes('__alias_')
const isOwnOfPlanner = (name: string) =>
  name.startsWith('__') || isAliasOfPlanner(name) || name === '_entities'

/**
 * Whether a response name can meet a field that the client did not select under it: one that the planner added or
 * renamed, or one of ours. A field under its own name meets only itself, unless its arguments differ.
 */
export function isExposed({ alias, name: { value: name } }: FieldNode, table: NameTable): boolean {
  const given = alias?.value ?? name
  if (given === name)
    return table.argued.has(name) || isAliasOfPlanner(name) || (name in INHERITED && !name.startsWith('__'))
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
    if (selection.kind === 'Field') {
      if (isExposed(selection, table)) return true
      if (isIntrospection(selection)) return false
    }
    return selection.selectionSet !== undefined && selectsExposed(selection.selectionSet, table)
  })
}

/** Fragments on `__Type` and its like: only introspection can lead there. */
export const isOfIntrospection = ({ typeCondition }: FragmentDefinitionNode): boolean =>
  typeCondition.name.value.startsWith('__')

/** Whether an operation or a fragment has an exposed name. */
export function definesExposed(definition: DefinitionNode, table: NameTable): boolean {
  if (definition.kind === 'FragmentDefinition')
    return !isOfIntrospection(definition) && selectsExposed(definition.selectionSet, table)
  if (definition.kind !== 'OperationDefinition') return false
  const variables = definition.variableDefinitions ?? []
  return (
    variables.some(({ variable }) => isExposedVariable(variable.name.value)) ||
    selectsExposed(definition.selectionSet, table)
  )
}
