import { Kind, parse, print, type DefinitionNode, type DocumentNode } from 'graphql'
import { inOneOrder } from './in-one-order.ts'
import { documentHash } from './sent-document.ts'
import { fragmentsIn, withFragments } from './with-fragments.ts'

/** Each operation among definitions, by name, with the fragments that it spreads. Throws for one without a name. */
function operationsIn(definitions: readonly DefinitionNode[]): Map<string, DocumentNode> {
  const fragments = fragmentsIn(definitions)
  const documents = new Map<string, DocumentNode>()
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue
    if (!each.name) throw new Error('An operation without a name cannot be registered')
    documents.set(each.name.value, inOneOrder(withFragments(each, fragments)))
  }
  return documents
}

/**
 * A client's registered documents as one text: the operations by name, each below the hash that requests it, then the
 * fragments that they share, once. Throws when two fragments have the same name.
 */
export function writeBundle(documents: Iterable<DocumentNode>): string {
  const whole = inOneOrder({
    kind: Kind.DOCUMENT,
    definitions: [...documents].flatMap((each) => each.definitions),
  })
  const operations = [...operationsIn(whole.definitions).values()].map(
    (document) => `# ${documentHash(document)}\n${print(document.definitions[0] as DefinitionNode)}\n`,
  )
  const fragments = [...fragmentsIn(whole.definitions).values()].map((each) => `${print(each)}\n`)
  return [...operations, ...fragments].join('\n')
}

/** Name → document of each operation of a bundle. Throws for what is no GraphQL. */
export const readBundle = (text: string): Map<string, DocumentNode> =>
  operationsIn(parse(text, { noLocation: true }).definitions)
