import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import { decideGoal, type GoalStep } from '../domain/decide.ts'
import type { GoalCommand, GoalRefusal } from '../domain/goal.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on learning goals. */
export const goalCommands = commandsOn<Tx, Loaded, GoalCommand, GoalStep, GoalRefusal>({
  transaction: (work) => database.$transaction(work, { timeout: 15_000 }),
  load: loadForCommand,
  decide: ({ goal, situation }, command) => decideGoal(goal, command, situation),
  save: saveChanges,
})
