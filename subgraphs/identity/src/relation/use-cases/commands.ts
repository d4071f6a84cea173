import { commandsOn } from '@kompetanse/command'
import type { Ended } from '@kompetanse/command/ending'
import type { Day } from '@kompetanse/calendar/day'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { database, type Tx } from '../../database.ts'
import { decideEnd } from '../domain/relation.ts'
import { loadForCommand, toRelation, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The one command on relations: they are ended (F093), after the day that is given, or at once. */
export const relationCommands = commandsOn<Tx, Loaded, Day | null, Ended, IdentityRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, situation }, endsOn) => decideEnd(toRelation(row), endsOn, situation),
  save: saveChanges,
})
