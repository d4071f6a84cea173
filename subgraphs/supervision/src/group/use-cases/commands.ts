import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import { decideGroup, type GroupStep } from '../domain/decide.ts'
import type { GroupCommand, GroupRefusal } from '../domain/group.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on supervision groups. */
export const groupCommands = commandsOn<Tx, Loaded, GroupCommand, GroupStep, GroupRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ group, situation }, command) => decideGroup(group, command, situation),
  save: saveChanges,
})
