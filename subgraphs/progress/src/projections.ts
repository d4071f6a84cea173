import { theBus } from './bus.ts'
import { onPlanVersion, onTrack } from './curriculum/consume.ts'
import { onDeputyship, onPerson, onRelation } from './directory/consume.ts'

/** Starts keeping this subgraph's copies of the directory and the curriculum. */
export async function startProjections(): Promise<void> {
  const bus = theBus()
  await bus.consume('identity.person', onPerson)
  await bus.consume('identity.relation', onRelation)
  await bus.consume('identity.deputyship', onDeputyship)
  await bus.consume('curriculum.plan-version', onPlanVersion)
  await bus.consume('curriculum.track', onTrack)
}
