import {
  Kind,
  parse,
  print,
  visit,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import type { Texts } from './compose.ts'

/** graphql(`…`), graphql(`…`, [Fragment]) and gql`…`; a document is written out, never built from parts. */
const DOCUMENTS = /\b(?:graphql\(\s*|gql\s*)`([^`]*)`/g

function definitionsIn(sources: readonly string[]): DefinitionNode[] {
  const texts = sources.flatMap((source) => [...source.matchAll(DOCUMENTS)].map(([, text = '']) => text))
  return texts.flatMap((text) => parse(text).definitions)
}

function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>()
  const follow = (node: DefinitionNode): unknown =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment) throw new Error(`Fragment ${name.value} is spread and nowhere defined`)
        if (used.has(name.value)) return
        used.set(name.value, fragment)
        follow(fragment)
      },
    })
  follow(operation)
  return [operation, ...[...used.values()].sort((a, b) => a.name.value.localeCompare(b.name.value))]
}

function fragmentsIn(definitions: readonly DefinitionNode[]): Map<string, FragmentDefinitionNode> {
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

/**
 * The operations written in a client's sources, by name. Throws for one without a name, and where a name stands for two
 * operations or two fragments.
 */
export function collectDocuments(sources: readonly string[]): Texts {
  const definitions = definitionsIn(sources)
  const fragments = fragmentsIn(definitions)
  const operations: Record<string, string> = {}
  for (const operation of definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue
    const name = operation.name?.value
    if (!name) throw new Error('An operation without a name cannot be published')
    const text = `${print({ kind: Kind.DOCUMENT, definitions: withFragments(operation, fragments) })}\n`
    if (operations[name] !== undefined && operations[name] !== text)
      throw new Error(`Two operations are named ${name}`)
    operations[name] = text
  }
  return operations
}
