import { isPosition } from '@kompetanse/graph'
import { GraphQLError } from 'graphql'

/** A place in the order of commits: the writing transaction, then the event within it. */
export interface Position {
  readonly xid: bigint
  readonly id: bigint
}

const LAST_ID = 2n ** 48n - 1n

/** 16 hex digits of the transaction and 12 of the event: cursors compare as text does. */
export const toCursor = ({ xid, id }: Position): string =>
  xid.toString(16).padStart(16, '0') + id.toString(16).padStart(12, '0')

/** Throws BAD_USER_INPUT on what was never a cursor. */
export function fromCursor(cursor: string): Position {
  if (!isPosition(cursor))
    throw new GraphQLError('not an EventCursor', { extensions: { code: 'BAD_USER_INPUT' } })
  return { xid: BigInt(`0x${cursor.slice(0, 16)}`), id: BigInt(`0x${cursor.slice(16)}`) }
}

/** After everything that transactions older than this one wrote. */
export const before = (xid: bigint): Position => ({ xid: xid - 1n, id: LAST_ID })

export const isAfter = (a: Position, b: Position): boolean => (a.xid === b.xid ? a.id > b.id : a.xid > b.xid)
