import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql'
import { isCondition } from './conditions.ts'

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** A root field at its place in the document, and all conditions around it. */
export interface Occurrence {
  readonly field: FieldNode
  readonly conditions: readonly DirectiveNode[]
}

/** Every field at the root, through fragments, in the order of the document. */
export function rootOccurrences(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  around: readonly DirectiveNode[] = [],
  spread: ReadonlySet<string> = new Set(),
): Occurrence[] {
  return selections.flatMap((selection: SelectionNode): Occurrence[] => {
    const conditions = [...around, ...(selection.directives ?? []).filter(isCondition)]
    if (selection.kind === Kind.FIELD) return [{ field: selection, conditions }]
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return rootOccurrences(selection.selectionSet, fragments, conditions, spread)
    const { value } = selection.name
    const fragment = spread.has(value) ? undefined : fragments.get(value)
    if (!fragment) return []
    return rootOccurrences(fragment.selectionSet, fragments, conditions, new Set([...spread, value]))
  })
}

const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value

/**
 * The specification's rule that a subscription has one root field, whatever its conditions. graphql-js' own throws
 * where a condition depends on a variable.
 */
export const oneRootField: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return
    const definitions = context.getDocument().definitions
    const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
    const byName = new Map(fragments.map((each) => [each.name.value, each]))
    const fields = rootOccurrences(operation.selectionSet, byName).map(({ field }) => field)
    const report = (message: string, nodes: readonly FieldNode[]) => {
      if (nodes.length > 0) context.reportError(new GraphQLError(message, { nodes }))
    }
    const [first] = fields
    const others = fields.filter((field) => first && responseName(field) !== responseName(first))
    report('A subscription must select only one top level field.', others)
    const meta = fields.filter(({ name }) => name.value.startsWith('__'))
    report('A subscription must not select an introspection top level field.', meta)
  },
})
