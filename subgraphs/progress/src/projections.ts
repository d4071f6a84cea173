import type { Bus } from '@kompetanse/events'
import { planVersion, track } from '@kompetanse/schema/events/curriculum'
import { deputyship, person, relation } from '@kompetanse/schema/events/identity'
import { onPlanVersion, onTrack } from './curriculum/consume.ts'
import { onDeputyship, onPerson, onRelation } from './directory/consume.ts'

/** Starts keeping this subgraph's copies of the directory and the curriculum. */
export async function startProjections(bus: Bus): Promise<void> {
  await bus.consume(person, onPerson)
  await bus.consume(relation, onRelation)
  await bus.consume(deputyship, onDeputyship)
  await bus.consume(planVersion, onPlanVersion)
  await bus.consume(track, onTrack)
}
