import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { resolveConditions } from './resolve-conditions.ts'
import { perConditions } from '../document/conditions.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import { rootOccurrences, type Fragments } from '../document/root-selections.ts'

/** What an operation asks of one response name of its root, as an operation of its own. */
export interface RootPart {
  readonly name: string
  /** Of the field. */
  readonly field: string
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

const nameOf = ({ alias, name }: { alias?: { value: string } | undefined; name: { value: string } }) =>
  (alias ?? name).value

/** The selections of one response name; what fragments select of it is written in their place. */
function selectionsOf({ selections }: SelectionSetNode, name: string, fragments: Fragments): SelectionNode[] {
  return selections.flatMap((each): SelectionNode[] => {
    if (each.kind === Kind.FIELD) return nameOf(each) === name ? [each] : []
    const set =
      each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments.get(each.name.value)?.selectionSet
    const inner = set ? selectionsOf(set, name, fragments) : []
    if (inner.length === 0) return []
    // The type of the root is met by every type condition there.
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: inner }
    return [{ kind: Kind.INLINE_FRAGMENT, selectionSet, directives: each.directives ?? [] }]
  })
}

function partsIn(document: DocumentNode, operation: OperationDefinitionNode): readonly RootPart[] {
  const fragments = fragmentsOf(document)
  const fields = new Map<string, string>()
  for (const { field } of rootOccurrences(operation.selectionSet, fragments))
    fields.set(nameOf(field), field.name.value)
  return [...fields].map(([name, field]) => {
    const selections = selectionsOf(operation.selectionSet, name, fragments)
    const part = { ...operation, selectionSet: { ...operation.selectionSet, selections } }
    const definitions = document.definitions.map((each) => (each === operation ? part : each))
    return { name, field, document: { ...document, definitions }, operation: part }
  })
}

/**
 * The parts of an operation under its coerced variables, in the order in which they are executed. Null when it has but one.
 */
export function rootPartsOf(document: DocumentNode, operation: OperationDefinitionNode) {
  const fragments = fragmentsOf(document)
  const occurrences = rootOccurrences(operation.selectionSet, fragments)
  if (new Set(occurrences.map(({ field }) => nameOf(field))).size < 2) return null
  if (occurrences.every(({ conditions }) => conditions.length === 0)) {
    const parts = partsIn(document, operation)
    return () => parts
  }
  const at = document.definitions.indexOf(operation)
  return perConditions(operation, fragments, (variables: JsonObject) => {
    const resolved = resolveConditions(document, variables)
    return partsIn(resolved, resolved.definitions[at] as OperationDefinitionNode)
  })
}
