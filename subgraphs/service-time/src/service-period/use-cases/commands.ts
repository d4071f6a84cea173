import { commandsOn } from '@kompetanse/command'
import { database } from '../../database.ts'
import type { PeriodCommand } from '../domain/period.ts'
import { decidePeriod } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The commands on service periods. */
export const periodCommands = commandsOn({
  transaction: (work) => database.$transaction(work, { timeout: 15_000 }),
  load: loadForCommand,
  decide: ({ period, situation }: Loaded, command: PeriodCommand) => decidePeriod(period, command, situation),
  save: saveChanges,
})
