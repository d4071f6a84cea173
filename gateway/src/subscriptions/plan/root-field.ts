import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isCondition, isIncluded } from '../../document/conditions.ts'
import { rootOccurrences, type Fragments, type Occurrence } from '../../document/root-selections.ts'

/** A subscription as if it had been written with its root field alone. */
export interface RootField {
  /** The one operation with the one field at its root, unconditional, and what of variables and fragments is left. */
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Name of the field. */
  readonly name: string
  /** Whether the conditions around the field let it stay; the variables are coerced. */
  isIncluded(variables: Record<string, unknown>): boolean
}

const selectionSetOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
})

/** What an occurrence selects, under the conditions around it: another occurrence may stay without it. */
function selectedBy({ field, conditions }: Occurrence): readonly SelectionNode[] {
  let selections = field.selectionSet?.selections ?? []
  for (const condition of conditions)
    selections = [
      { kind: Kind.INLINE_FRAGMENT, directives: [condition], selectionSet: selectionSetOf(selections) },
    ]
  return selections
}

function merge(occurrences: readonly Occurrence[], { directives = [], ...first }: FieldNode): FieldNode {
  const field = { ...first, directives: directives.filter((directive) => !isCondition(directive)) }
  if (!first.selectionSet || occurrences.length === 1) return field
  return { ...field, selectionSet: selectionSetOf(occurrences.flatMap(selectedBy)) }
}

/** Whatever a field needs of the document around it. */
function needsOf(field: FieldNode, fragments: Fragments) {
  const variables = new Set<string>()
  const reached = new Set<FragmentDefinitionNode>()
  const pending: (FieldNode | FragmentDefinitionNode)[] = [field]
  for (let node = pending.pop(); node; node = pending.pop())
    visit(node, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment || reached.has(fragment)) return
        reached.add(fragment)
        pending.push(fragment)
      },
    })
  return { variables, fragments: [...reached] }
}

/** The one root field of a valid subscription; undefined when it selects nothing. */
export function rootFieldOf(whole: OperationDefinitionNode, fragments: Fragments): RootField | undefined {
  const occurrences = rootOccurrences(whole.selectionSet, fragments)
  const [first] = occurrences
  if (!first) return undefined
  const field = merge(occurrences, first.field)
  const needs = needsOf(field, fragments)
  const variableDefinitions = (whole.variableDefinitions ?? []).filter(({ variable }) =>
    needs.variables.has(variable.name.value),
  )
  const operation = { ...whole, variableDefinitions, selectionSet: selectionSetOf([field]) }
  return {
    document: { kind: Kind.DOCUMENT, definitions: [operation, ...needs.fragments] },
    operation,
    name: field.name.value,
    isIncluded: (variables) =>
      occurrences.some(({ conditions }) => isIncluded({ directives: conditions }, variables)),
  }
}
