import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import type { ActivityCommand, ActivityRefusal } from '../domain/activity.ts'
import { decideActivity, type ActivityStep } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on learning activities. */
export const activityCommands = commandsOn<Tx, Loaded, ActivityCommand, ActivityStep, ActivityRefusal>({
  transaction: (work) => database.$transaction(work, { timeout: 15_000 }),
  load: loadForCommand,
  decide: ({ activity, situation }, command) => decideActivity(activity, command, situation),
  save: saveChanges,
})
