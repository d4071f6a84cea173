import { copyOf, type Copy } from '@kompetanse/events'
import {
  deputyship,
  person,
  relation,
  type DeputyshipEvent,
  type PersonEvent,
  type RelationEvent,
} from '@kompetanse/schema/events/identity'
import type pg from 'pg'

/** What runs plain SQL in the subgraph's own schema: its pool, or one connection of it. */
export type Database = Pick<pg.Pool, 'query'>

const CANCELLED = 'directory_cancelled'

/** The subgraph's copy of persons, relations and deputyships. */
export const directoryCopies = (database: Database): readonly Copy[] => [
  copyOf(person, 'directory_person', (event) => onPerson(database, event)),
  copyOf(relation, ['relation', CANCELLED], (event) => onRelation(database, event)),
  copyOf(deputyship, ['deputyship', CANCELLED], (event) => onDeputyship(database, event)),
]

// An event that is not newer than what is here changes nothing.
const NEWER = 'version < excluded.version'

/** Keeps the copy of a person. */
export async function onPerson(database: Database, event: PersonEvent): Promise<void> {
  const { personId, displayName, unit, enterprise, regionCode, trainee, active, version } = event
  const columns = {
    id: personId,
    display_name: displayName,
    unit_id: unit?.id ?? null,
    unit_name: unit?.name ?? null,
    enterprise_id: enterprise?.id ?? null,
    enterprise_name: enterprise?.name ?? null,
    region_code: regionCode,
    is_trainee: trainee !== null,
    track_code: trainee?.trackCode ?? null,
    track_name: trainee?.trackName ?? null,
    part: trainee?.part ?? null,
    position: trainee?.position ?? null,
    training_started_on: trainee?.trainingStartedOn ?? null,
    ...{ active, version },
  }
  const { text, values } = upsert('directory_person', columns)
  await database.query(text, values)
}

export async function onRelation(database: Database, event: RelationEvent): Promise<void> {
  const { relationId, kind, traineeId, personId, validFrom, validTo, version } = event
  await ensurePersons(database, [traineeId, personId])
  await keepPeriod(
    database,
    { ...event, table: 'relation' },
    {
      ...{ id: relationId, kind, trainee_id: traineeId, person_id: personId },
      ...{ valid_from: validFrom, valid_to: validTo, version },
    },
  )
}

export async function onDeputyship(database: Database, event: DeputyshipEvent): Promise<void> {
  const { deputyshipId, leaderId, deputyId, validFrom, validTo, version } = event
  await ensurePersons(database, [leaderId, deputyId])
  await keepPeriod(
    database,
    { ...event, table: 'deputyship' },
    {
      ...{ id: deputyshipId, leader_id: leaderId, deputy_id: deputyId },
      ...{ valid_from: validFrom, valid_to: validTo, version },
    },
  )
}

interface Period {
  readonly table: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly cancelledAt: string | null
}

interface Columns {
  readonly id: string
  readonly version: number
}

/**
 * Keeps what runs for a period. What was cancelled counts on no day: no more than its id is kept, so that no reader has
 * to tell it from what does. An earlier identity published a cancelled one as an end before its beginning. Version and effect
 * are one statement: an event that comes again because its first delivery broke off finds neither, or both.
 */
async function keepPeriod(database: Database, period: Period, columns: Columns): Promise<void> {
  const { table, validFrom, validTo, cancelledAt } = period
  const { id, version } = columns
  const had = `SELECT 1 FROM ${CANCELLED} WHERE id = $1 AND version >= $2`
  if ((await database.query(had, [id, version])).rows.length > 0) return
  const isCancelled = cancelledAt !== null || (validTo !== null && validTo < validFrom)
  const [keep, forget] = isCancelled ? [CANCELLED, table] : [table, CANCELLED]
  const { text, values } = upsert(keep, isCancelled ? { id, version } : { ...columns })
  await database.query(`WITH forgotten AS (DELETE FROM ${forget} WHERE id = $1) ${text}`, values)
}

// Events of different aggregates come in any order: whom we have not heard of is written down without a name.
const ensurePersons = (database: Database, ids: readonly string[]) =>
  database.query(
    `INSERT INTO directory_person (id, display_name, version)
     SELECT DISTINCT id, '', 0 FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`,
    [ids],
  )

/** Its first value is the id. */
function upsert(table: string, { id, ...rest }: Record<string, unknown>) {
  const columns = { id, ...rest }
  const names = Object.keys(columns)
  const places = names.map((_, at) => `$${at + 1}`)
  const changes = names.map((name) => `${name} = excluded.${name}`)
  return {
    text: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')} WHERE ${table}.${NEWER}`,
    values: Object.values(columns),
  }
}
