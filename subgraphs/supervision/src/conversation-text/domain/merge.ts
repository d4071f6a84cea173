import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { containsNationalId } from '@kompetanse/graph/national-id'
import * as Y from 'yjs'
import type { ConversationRefusal } from '../../conversation/domain/conversation.ts'

/** The one shared text of a document; a browser writes to `doc.getText('text')` and to nothing else. */
export const TEXT_NAME = 'text'
export const LONGEST_TEXT = 10_000
/** Bytes. What is deleted leaves traces, so the document may be larger than its text. */
const LARGEST_UPDATE = 200_000
const LARGEST_STATE = 1_000_000

export interface Merged {
  /** The whole document, for who opens it. */
  readonly state: Uint8Array
  readonly text: string
  /** What the update brought that was not there; null when it brought nothing. For who has it open. */
  readonly added: Uint8Array | null
  /** The Yjs clients that wrote what is new. */
  readonly clients: readonly string[]
}

/** The document of a text that nobody has written to. */
export const EMPTY_STATE: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc())

/**
 * Merges what one browser wrote into what is there. Two who write at once lose nothing, in whatever order their
 * updates come; the same update twice is once. Refused is what Yjs cannot read, what builds on something unknown,
 * anything but plain text under TEXT_NAME, text that is too long, and text with a national identity number.
 */
export function mergeUpdate(
  state: Uint8Array | null,
  update: Uint8Array,
): Decision<Merged, ConversationRefusal> {
  if (update.length > LARGEST_UPDATE) return refused('TEXT_TOO_LONG')
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, state)
  const had = Y.encodeStateVector(doc)
  const before = Y.encodeStateAsUpdate(doc)
  try {
    // Reads it to its end first: applying makes room for as many parts as the first bytes say, be it gigabytes.
    Y.decodeUpdate(update)
    Y.applyUpdate(doc, update)
  } catch {
    return refused('TEXT_INVALID')
  }
  const text = plainText(doc)
  if (text === null) return refused('TEXT_INVALID')
  const merged = Y.encodeStateAsUpdate(doc)
  if (isTooLong(text, merged.length)) return refused('TEXT_TOO_LONG')
  if (containsNationalId(text)) return refused('NATIONAL_ID_FOUND')
  // Reckoned from the merged document, so that what was typed and deleted again travels to nobody.
  const added = same(before, merged) ? null : Y.encodeStateAsUpdate(doc, had)
  return accepted({ state: merged, text, added, clients: grown(had, Y.encodeStateVector(doc)) })
}

/** Whether a text, or its document of so many bytes, is more than is kept. */
export const isTooLong = (text: string, bytes: number): boolean =>
  text.length > LONGEST_TEXT || bytes > LARGEST_STATE

/** What the document reads, or null when it is more than one plain text, or not whole. */
function plainText(doc: Y.Doc): string | null {
  if (doc.store.pendingStructs ?? doc.store.pendingDs) return null
  if ([...doc.share.keys()].some((name) => name !== TEXT_NAME)) return null
  const shared = doc.getText(TEXT_NAME)
  if (shared._map.size > 0) return null
  for (let item = shared._start; item; item = item.right)
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return null
  const text = shared.toString()
  return text.includes('\0') || !text.isWellFormed() ? null : text
}

/** The clients that a document has more of than before. */
function grown(before: Uint8Array, after: Uint8Array): readonly string[] {
  const had = Y.decodeStateVector(before)
  return [...Y.decodeStateVector(after)].flatMap(([client, clock]) =>
    clock > (had.get(client) ?? 0) ? [String(client)] : [],
  )
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
