import { waitForEvents } from '@kompetanse/process/seeding'
import { database, subgraph } from '../database.ts'

/** Waits for the events of identity and curriculum: trainees with leaders, and plans with goals. */
export const waitForProjections = (): Promise<void> => waitForEvents(subgraph, hasContent)

async function hasContent(): Promise<boolean> {
  const led = { isTrainee: true, relationsAsTrainee: { some: { kind: 'LEADER' as const } } }
  const trainee = await database.person.findFirst({ where: led })
  const plan = await database.planVersion.findFirst({
    where: { template: { code: 'ALM' }, goals: { some: {} } },
  })
  return trainee !== null && plan !== null
}
