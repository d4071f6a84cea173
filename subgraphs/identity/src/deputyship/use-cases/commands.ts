import { commandsOn } from '@kompetanse/command'
import type { Ended } from '@kompetanse/command/ending'
import type { Day } from '@kompetanse/calendar/day'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { database, type Tx } from '../../database.ts'
import { decideEndOfDeputyship } from '../domain/deputyship.ts'
import { loadForCommand, toDeputyship, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The one command on deputyships: they are ended, after the day that is given, or at once. */
export const deputyshipCommands = commandsOn<Tx, Loaded, Day | null, Ended, IdentityRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, situation }, endsOn) => decideEndOfDeputyship(toDeputyship(row), endsOn, situation),
  save: saveChanges,
})
