/**
 * Makes months of believable history for the demo persons, through the use cases themselves with a clock that is
 * moved. Run it while identity and curriculum have been seeded and progress runs: it waits for their events. A
 * trainee who has a plan is left alone, so running it again changes nothing.
 */
import { runCommand } from '@kompetanse/process'
import { subgraph } from '../database.ts'
import { seedActivities } from './activities.ts'
import { seedDelegations } from './delegations.ts'
import { seedGoals } from './goals.ts'
import { seedPlans, traineesWithPlans } from './plans.ts'
import { loadTrainees, type SeedTrainee } from './trainees.ts'
import { waitForProjections } from './wait.ts'

const AT_ONCE = 4

await runCommand(subgraph, async () => {
  await waitForProjections()
  const now = new Date()
  const had = await traineesWithPlans()
  const trainees = (await loadTrainees(now)).filter(({ person }) => !had.has(person.id))
  await seedDelegations(trainees, now)
  await eachOf(trainees, async (trainee) => {
    await seedPlans(trainee, now)
    await seedActivities(trainee, now)
    await seedGoals(trainee, now)
  })
})

async function eachOf(
  all: readonly SeedTrainee[],
  work: (trainee: SeedTrainee) => Promise<void>,
): Promise<void> {
  const queue = [...all]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
