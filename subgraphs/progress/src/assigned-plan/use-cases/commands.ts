import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import { decidePlan, stateOf } from '../domain/decide.ts'
import type { PlanCommand, PlanRefusal, PlanStep } from '../domain/plan.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on assigned plans. */
export const planCommands = commandsOn<Tx, Loaded, PlanCommand, PlanStep, PlanRefusal>({
  transaction: (work) => database.$transaction(work, { timeout: 15_000 }),
  load: loadForCommand,
  decide: ({ row, situation }, command) => decidePlan(stateOf(row), command, situation),
  save: saveChanges,
})
