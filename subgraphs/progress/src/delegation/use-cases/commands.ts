import { commandsOn } from '@kompetanse/command'
import type { Ended } from '@kompetanse/command/ending'
import { database, type Tx } from '../../database.ts'
import { decideEnding, type DelegationRefusal } from '../domain/delegate.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on delegations: they are ended. */
export const delegationCommands = commandsOn<Tx, Loaded, 'END', Ended, DelegationRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ situation }) => decideEnding(situation),
  save: saveChanges,
})
