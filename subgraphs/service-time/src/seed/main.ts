/**
 * Gives the demo trainees the service time of their years, through the use cases themselves with a clock that is moved.
 * Run it while identity has been seeded and service-time runs: it waits for identity's events. A trainee who has a
 * period is left alone, so running it again changes nothing.
 */
import { dayOf } from '@kompetanse/calendar/day'
import { runCommand } from '@kompetanse/process'
import { waitForEvents } from '@kompetanse/process/seeding'
import type { Id } from '@kompetanse/schema/ids'
import { database, subgraph } from '../database.ts'
import type { SeedTrainee } from './career.ts'
import { seedCareer } from './history.ts'

const AT_ONCE = 4
const led = { kind: 'LEADER' as const, validTo: null }

await runCommand(subgraph, async () => {
  await waitForEvents(subgraph, hasTrainees)
  const now = new Date()
  const queue = [...(await trainees())]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await seedCareer(next, next.leaderId, now)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
})

interface Led extends SeedTrainee {
  readonly leaderId: Id<'Person'>
}

async function hasTrainees(): Promise<boolean> {
  const where = { isTrainee: true, relationsAsTrainee: { some: led } }
  return (await database.person.count({ where })) > 0
}

/** Those who are led and have no period, in a fixed order. */
async function trainees(): Promise<readonly Led[]> {
  const people = await database.person.findMany({
    where: {
      ...{ isTrainee: true, active: true, servicePeriods: { none: {} } },
      relationsAsTrainee: { some: led },
    },
    include: { relationsAsTrainee: { where: led } },
    orderBy: { id: 'asc' },
  })
  return people.flatMap(({ relationsAsTrainee: [leader], trainingStartedOn, ...person }) =>
    leader && trainingStartedOn
      ? [
          {
            ...{ id: person.id, trackCode: person.trackCode ?? '', part: person.part ?? 'PART_3' },
            ...{ position: person.position ?? 'LIS', unitName: person.unitName },
            ...{ enterpriseName: person.enterpriseName ?? '', startedOn: dayOf(trainingStartedOn) },
            leaderId: leader.personId,
          },
        ]
      : [],
  )
}
