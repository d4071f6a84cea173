import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../document/fragments-of.ts'

const INTROSPECTION = new Set(['__schema', '__type'])

/** The places where an operation selects introspection at its root, by response name, in order. */
function placesOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): FieldNode[][] {
  const fragments = fragmentsOf(document)
  const places = new Map<string, FieldNode[]>()
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (!INTROSPECTION.has(selection.name.value)) continue
        const name = (selection.alias ?? selection.name).value
        places.set(name, [...(places.get(name) ?? []), selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet)
      else {
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet)
      }
    }
  }
  walk(selectionSet)
  return [...places.values()]
}

/** Whether an introspection field is selected in several places under one response name. */
export const hasScatteredIntrospection = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean => placesOf(document, operation).some(({ length }) => length > 1)

/**
 * The document with all selections of an introspection field moved to its first place: Apollo's executor answers that
 * place alone. Conditions must have been resolved before.
 */
export function mergeIntrospection(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const whole = new Map<FieldNode, FieldNode>()
  for (const places of placesOf(document, operation)) {
    const [first, ...others] = places
    const selections = places.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
    if (first && others.length > 0)
      whole.set(first, { ...first, selectionSet: { kind: Kind.SELECTION_SET, selections } })
  }
  return whole.size === 0 ? document : visit(document, { Field: (node) => whole.get(node) })
}
