import { directoryCopies } from '@kompetanse/directory'
import { copyOf } from '@kompetanse/events'
import { planVersion, track } from '@kompetanse/schema/events/curriculum'
import { goalsAssessed } from '@kompetanse/schema/events/supervision'
import { onPlanVersion, onTrack } from './curriculum/persistence/consume.ts'
import { pool } from './database.ts'
import { onGoalsAssessed } from './recommendation/persistence/consume.ts'

/** What this subgraph keeps of others: the directory, the curriculum, and what mentors say of goals. */
export const copies = [
  ...directoryCopies(pool),
  copyOf(planVersion, 'plan_version', onPlanVersion),
  copyOf(track, 'track', onTrack),
  copyOf(goalsAssessed, 'recommendation', onGoalsAssessed),
]
