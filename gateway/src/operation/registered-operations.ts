import { inOneOrder } from '@kompetanse/schema/documents/in-one-order'
import { documentHash, isTypename, sentText, withTypenames } from '@kompetanse/schema/documents/sent-document'
import { print, stripIgnoredCharacters, visit, type DocumentNode } from 'graphql'

/** One text for all spellings of a document: without layout, its definitions in one order. */
export const spellingOf = (document: DocumentNode): string =>
  stripIgnoredCharacters(print(inOneOrder(document)))

/** Without the `__typename`s that a client's cache adds: what its author wrote, save for those. */
export const withoutTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, { Field: (node) => (isTypename(node) ? null : undefined) })

/** Whether a document is one of these, however it is laid out, and with whatever `__typename`s a cache has added. */
export function registryOf(documents: readonly DocumentNode[]): (document: DocumentNode) => boolean {
  const spellings = new Set(documents.map((each) => spellingOf(withoutTypenames(each))))
  return (document) => spellings.has(spellingOf(withoutTypenames(document)))
}

/** The spelling of a document that is registered, as its author wrote it or as a cache sends it; else undefined. */
export function spellingsOf(
  documents: readonly DocumentNode[],
): (document: DocumentNode) => string | undefined {
  const spellings = new Set(documents.flatMap((each) => [each, withTypenames(each)]).map(spellingOf))
  return (document) => {
    const spelling = spellingOf(document)
    return spellings.has(spelling) ? spelling : undefined
  }
}

/** Hash → text of each, as the client with a cache would have sent it. */
export const textsByHash = (documents: readonly DocumentNode[]): ReadonlyMap<string, string> =>
  new Map(documents.map((each) => [documentHash(each), sentText(each)]))
