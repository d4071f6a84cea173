import { startDirectory } from '@kompetanse/directory'
import type { Bus } from '@kompetanse/events'
import { planVersion, track } from '@kompetanse/schema/events/curriculum'
import { goalsAssessed } from '@kompetanse/schema/events/supervision'
import { onPlanVersion, onTrack } from './curriculum/consume.ts'
import { pool } from './database.ts'
import { onGoalsAssessed } from './recommendation/consume.ts'

/** Starts keeping this subgraph's copies of the directory and the curriculum, and what mentors say of goals. */
export async function startProjections(bus: Bus): Promise<void> {
  await startDirectory(bus, pool)
  await bus.consume(planVersion, onPlanVersion)
  await bus.consume(track, onTrack)
  await bus.consume(goalsAssessed, onGoalsAssessed)
}
