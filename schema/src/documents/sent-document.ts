import { hash } from 'node:crypto'
import { Kind, print, visit, type DocumentNode, type FieldNode, type SelectionNode } from 'graphql'
import { inOneOrder } from './in-one-order.ts'

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

export const isTypename = (node: SelectionNode): boolean =>
  node.kind === Kind.FIELD && node.name.value === '__typename' && !node.alias && !node.directives?.length

/** As a client's cache sends it: `__typename` in every selection but an operation's own. */
export const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(node, _key, parent) {
      const ofOperation = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
      if (ofOperation || node.selections.some(isTypename)) return undefined
      return { ...node, selections: [...node.selections, TYPENAME] }
    },
  })

/** An operation's document exactly as a client with a cache sends it. */
export const sentText = (document: DocumentNode): string =>
  inOneOrder(withTypenames(document)).definitions.map(print).join('\n')

/** The hash by which clients request a registered operation: SHA-256 of `sentText`, in hexadecimal digits. */
export const documentHash = (document: DocumentNode): string => hash('sha256', sentText(document))
