import { Kind, parse, print, type DefinitionNode } from 'graphql'
import { inOneOrder } from '../documents/in-one-order.ts'
import { fragmentsIn, withFragments } from '../documents/with-fragments.ts'
import type { Texts } from './compose.ts'

/** graphql(`…`), graphql(`…`, [Fragment]) and gql`…`; a document is written out, never built from parts. */
const DOCUMENTS = /\b(?:graphql\(\s*|gql\s*)`([^`]*)`/g

function definitionsIn(sources: readonly string[]): DefinitionNode[] {
  const texts = sources.flatMap((source) => [...source.matchAll(DOCUMENTS)].map(([, text = '']) => text))
  return texts.flatMap((text) => parse(text).definitions)
}

/**
 * The operations written in a client's sources, by name. Throws when one has no name, and when two operations or two
 * fragments have the same.
 */
export function collectDocuments(sources: readonly string[]): Texts {
  const definitions = definitionsIn(sources)
  const fragments = fragmentsIn(definitions)
  const operations: Record<string, string> = {}
  for (const operation of definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue
    const name = operation.name?.value
    if (!name) throw new Error('An operation without a name cannot be published')
    const text = `${print(inOneOrder(withFragments(operation, fragments)))}\n`
    if (operations[name] !== undefined && operations[name] !== text)
      throw new Error(`Two operations are named ${name}`)
    operations[name] = text
  }
  return operations
}
