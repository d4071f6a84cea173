/** What a cursor looks like, by who makes it: a client gives back what it got, or is refused. */
import { decodeBase64 } from '@pothos/core'
import { parsePrismaCursor } from '@pothos/plugin-prisma'
import type { GraphQLField } from 'graphql'
import { isCode, isId } from '../ids.ts'

type IsCursor = (text: string) => boolean

const POSITION = /^[0-9a-f]{28}$/
// An empty page of `resolveOffsetConnection` ends before its first row.
const OFFSET = /^OffsetConnection:(-1|\d{1,9})$/

/** The position of an event in a live stream. */
export const isPosition: IsCursor = (text) => POSITION.test(text)

const isOffset: IsCursor = (text) => {
  try {
    return OFFSET.test(decodeBase64(text))
  } catch {
    return false
  }
}

/** Rows are told apart by ids, and a few by their code. */
const isOf = (column: string) => (column === 'code' ? isCode : isId)

function ofColumns(columns: readonly string[]): IsCursor {
  const parts = columns.map(isOf)
  return (text) => {
    try {
      const value = parsePrismaCursor(text)
      // The cursor of one column is no list, not even of one.
      const values = (parts.length > 1 ? value : [value]) as readonly string[]
      return values.length === parts.length && parts.every((isPart, at) => isPart(values[at] ?? ''))
    } catch {
      return false
    }
  }
}

/** What an extension of a connection says of its cursors, where they are not the ids of its rows. */
export const OFFSETS = 'offset'

/**
 * Whether a text can be a cursor of this connection: of the ids of rows, unless `extensions: { cursor }` says of which
 * columns, as Prisma calls them together, or that it is the place in a list.
 */
export function cursorOf({ extensions }: GraphQLField<unknown, unknown>): IsCursor {
  const of = (extensions['cursor'] as string | undefined) ?? 'id'
  return of === OFFSETS ? isOffset : ofColumns(of.split('_'))
}
