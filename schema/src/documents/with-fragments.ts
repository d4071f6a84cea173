import {
  Kind,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'

/** The fragments among definitions, by name. Throws where two that differ have one name. */
export function fragmentsIn(definitions: readonly DefinitionNode[]): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue
    const { value: name } = definition.name
    const other = fragments.get(name)
    if (other && print(other) !== print(definition)) throw new Error(`Two fragments are named ${name}`)
    fragments.set(name, definition)
  }
  return fragments
}

/** An operation with the fragments that it spreads, however far, and no others. Throws for one that is not there. */
export function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const used = new Set<FragmentDefinitionNode>()
  const follow = (node: DefinitionNode): unknown =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment) throw new Error(`Fragment ${name.value} is spread and nowhere defined`)
        if (used.has(fragment)) return
        used.add(fragment)
        follow(fragment)
      },
    })
  follow(operation)
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] }
}
