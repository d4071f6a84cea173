import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import { decideEntry, type EntryCommand, type EntryStep, type GuidanceRefusal } from '../domain/entry.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on entries of the ledger of guidance hours. */
export const entryCommands = commandsOn<Tx, Loaded, EntryCommand, EntryStep, GuidanceRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, situation }, command) => decideEntry(row, command, situation),
  save: saveChanges,
})
