import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideActivity, type ActivityCommand, type ActivityStep } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on activities that are there. */
export const activityCommands = commandsOn<Tx, Loaded, ActivityCommand, ActivityStep, CurriculumRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, actor }, command) => decideActivity(actor, row, command),
  save: saveChanges,
})
