import { replayOf } from '@kompetanse/events'
import { deputyship, person, relation } from '@kompetanse/schema/events/identity'
import { database } from './database.ts'
import { deputyshipEvent } from './deputyship/persistence/save.ts'
import { personEvent, personEventSelect } from './person/persistence/record.ts'
import { relationEvent } from './relation/persistence/save.ts'

/** The events that this subgraph publishes, and how to publish all of them again. */
export const replays = [
  replayOf(
    person,
    (page) => database.person.findMany({ ...page, select: personEventSelect }),
    (row) => ({ key: row.id, payload: personEvent(row) }),
  ),
  replayOf(
    relation,
    (page) => database.trainingRelation.findMany(page),
    (row) => ({ key: row.id, payload: relationEvent(row) }),
  ),
  replayOf(
    deputyship,
    (page) => database.deputyship.findMany(page),
    (row) => ({ key: row.id, payload: deputyshipEvent(row) }),
  ),
]
