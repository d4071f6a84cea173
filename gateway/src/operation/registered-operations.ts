import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql'

/** A registry's folder, `<client>/<Operation>.graphql`. Throws when there is none, and for a file that is no document. */
export function readRegisteredOperations(folder: string): readonly DocumentNode[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .toSorted()
    .map((path) => parse(readFileSync(join(folder, path), 'utf8'), { noLocation: true }))
}

const isTypename = (node: SelectionNode): boolean =>
  node.kind === Kind.FIELD && node.name.value === '__typename' && !node.alias && !node.directives?.length

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? definition.name.value : ''

/** One text for all spellings of a document: without layout, its definitions in one order. */
export function spellingOf({ definitions }: DocumentNode): string {
  const ordered = definitions.toSorted((a, b) =>
    `${a.kind} ${nameOf(a)}` < `${b.kind} ${nameOf(b)}` ? -1 : 1,
  )
  return stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: ordered }))
}

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

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** As the web client's cache sends it: `__typename` in every selection but an operation's own. */
export const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(node, _key, parent) {
      const ofOperation = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
      if (ofOperation || node.selections.some(isTypename)) return undefined
      return { ...node, selections: [...node.selections, TYPENAME] }
    },
  })
