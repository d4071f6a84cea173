import { commandsOn } from '@kompetanse/command'
import type { ConversationRefusal } from '../../conversation/domain/conversation.ts'
import { database, type Tx } from '../../database.ts'
import { decideSharing, decideWriting, type SharingStep, type WritingStep } from '../domain/decide.ts'
import { loadForCommand, type Loaded, type WritablePart } from '../persistence/load.ts'
import { saveSharing, saveWriting } from '../persistence/save.ts'

interface Writing {
  readonly part: WritablePart
  /** What the browser's Yjs document has and the server's may not have. */
  readonly update: Uint8Array
}

interface Sharing {
  readonly part: 'PREPARATION'
}

const on = {
  transaction: <Result>(work: (tx: Tx) => Promise<Result>) => database.$transaction(work),
  load: loadForCommand,
}

/**
 * Writes in a text, under the conversation's lock: two who write at once are merged one after the other, in any order to
 * the same text, and nothing of either is lost.
 */
export const writingCommands = commandsOn<Tx, Loaded, Writing, WritingStep, ConversationRefusal>({
  ...on,
  decide: (found, { update }) => decideWriting(found, update),
  save: saveWriting,
})

/** Shares a preparation with the other; never taken back. */
export const sharingCommands = commandsOn<Tx, Loaded, Sharing, SharingStep, ConversationRefusal>({
  ...on,
  decide: decideSharing,
  save: saveSharing,
})
