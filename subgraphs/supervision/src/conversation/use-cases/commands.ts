import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import type { ConversationCommand, ConversationRefusal } from '../domain/conversation.ts'
import { decideSeries, type SeriesStep } from '../domain/decide.ts'
import { loadForCommand, type Loaded, type Target } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on conversations, and on the later ones of their series. */
export const conversationCommands = commandsOn<
  Tx,
  Target,
  ConversationCommand,
  SeriesStep<Loaded>,
  ConversationRefusal
>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ later, ...first }, command) => decideSeries(first, later, command),
  save: (tx, steps) =>
    saveChanges(
      tx,
      steps.flatMap(({ changes }) => changes),
    ),
})
