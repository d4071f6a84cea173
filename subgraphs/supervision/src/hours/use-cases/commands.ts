import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import { decideEntry, type EntryCommand, type EntryStep, type HoursRefusal } from '../domain/entry.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on entries of the ledger of supervision hours. */
export const entryCommands = commandsOn<Tx, Loaded, EntryCommand, EntryStep, HoursRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, situation }, command) => decideEntry(row, command, situation),
  save: saveChanges,
})
