import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, print, stripIgnoredCharacters, visit, type DefinitionNode, type DocumentNode } from 'graphql'

/** Whether a document is one that a client of the portal has registered. */
export type IsRegistered = (document: DocumentNode) => boolean

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? definition.name.value : ''

/**
 * A document as all its spellings have it: without layout, in one order, and without the `__typename`s that a client's
 * cache adds to every selection.
 */
function canonical(document: DocumentNode): string {
  const plain = visit(document, {
    Field: ({ name, alias, directives }) =>
      name.value === '__typename' && !alias && !directives?.length ? null : undefined,
  })
  const definitions = [...plain.definitions].sort((a, b) =>
    `${a.kind}${nameOf(a)}` < `${b.kind}${nameOf(b)}` ? -1 : 1,
  )
  return stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions }))
}

/** The operations of a registry's folder, `<client>/<Operation>.graphql`. Throws for a file that is no document. */
export function readRegisteredOperations(folder: string): readonly DocumentNode[] {
  return globSync('*/*.graphql', { cwd: folder })
    .toSorted()
    .map((path) => parse(readFileSync(join(folder, path), 'utf8'), { noLocation: true }))
}

/** Asked once per document: the answer is kept with what is compiled of it. */
export function isOneOf(documents: readonly DocumentNode[]): IsRegistered {
  const registered = new Set(documents.map(canonical))
  return (document) => registered.has(canonical(document))
}
