import { createPool } from '@kompetanse/database'
import { loginRoles } from '@kompetanse/database/embedded'
import type { ActorChange } from '@kompetanse/schema/actor-changes'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { subgraph } from '../database.ts'
import { resolveActors } from '../actor/use-cases/resolve-actors.ts'
import { seed } from '../seed/seed.ts'
import { NOW } from '../testing/world.ts'
import { createFeed, type Feed } from './feed.ts'

const PERSON = '99999999-0010-7000-8000-000000000001'
const OTHER = '99999999-0010-7000-8000-000000000002'
const LEAVER = '99999999-0010-7000-8000-000000000003'

/** Each table of which an actor is made, and statements that make one another: after each its persons must be told. */
const CHANGES: Record<string, readonly (readonly [statement: string, ...persons: string[]])[]> = {
  person: [
    [`UPDATE person SET active = false WHERE id = '${PERSON}'`, PERSON],
    [`DELETE FROM person WHERE id = '${LEAVER}'`, LEAVER],
  ],
  account: [
    [`INSERT INTO account (subject, person_id) VALUES ('s', '${PERSON}')`, PERSON],
    [`UPDATE account SET status = 'DEACTIVATED' WHERE subject = 's'`, PERSON],
    [`UPDATE account SET person_id = '${OTHER}' WHERE subject = 's'`, PERSON, OTHER],
    [`DELETE FROM account WHERE subject = 's'`, OTHER],
  ],
  trainee: [
    [
      `INSERT INTO trainee (id, track_code, part, position, fte, unit_id, training_started_on)
       SELECT '${PERSON}', track_code, part, position, fte, unit_id, training_started_on FROM trainee LIMIT 1`,
      PERSON,
    ],
    [`DELETE FROM trainee WHERE id = '${PERSON}'`, PERSON],
  ],
  role_grant: [
    [
      `INSERT INTO role_grant (id, person_id, role, valid_from)
       VALUES ('${PERSON}', '${PERSON}', 'SUPPORT', '2026-01-01')`,
      PERSON,
    ],
    [`UPDATE role_grant SET valid_to = '2026-10-01' WHERE id = '${PERSON}'`, PERSON],
    [`UPDATE role_grant SET revoked_at = now() WHERE id = '${PERSON}'`, PERSON],
    [`DELETE FROM role_grant WHERE id = '${PERSON}'`, PERSON],
  ],
  record_opening: [
    [
      `INSERT INTO record_opening (id, trainee_id, opened_by_id, role, reason, opened_at, until)
       SELECT '${PERSON}', id, '${PERSON}', 'SUPPORT', 'Ringte om innlogging', now(), now() + interval '1 hour'
       FROM trainee LIMIT 1`,
      PERSON,
    ],
  ],
}

/** Of those tables, what is written once: nobody may make these statements, so that there is nothing more to tell. */
const REFUSED: Record<string, readonly string[]> = {
  record_opening: ['UPDATE record_opening SET until = now()', 'DELETE FROM record_opening'],
}

let own: TestSubgraph
let pool: ReturnType<typeof createPool>
let feed: Feed
let told: string[]
let heard: ActorChange[]
let ended: boolean

beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seed(NOW)
  // As the superuser: what no use case does is heard too.
  pool = createPool({ url: own.adminUrl, schema: 'identity', max: 1 })
  await pool.query(
    `INSERT INTO person (id, given_name, family_name, search_name)
     SELECT id, 'A', 'A', ' a a' FROM unnest($1::uuid[]) AS id`,
    [[PERSON, OTHER, LEAVER]],
  )
})
afterAll(async () => {
  await pool.end()
  await own.stop()
})
beforeEach(async () => {
  ;[told, heard, ended] = [[], [], false]
  feed = createFeed(subgraph.url)
  const hear = (change: ActorChange) => {
    if (change.kind === 'person') told.push(change.personId)
    if (change.kind !== 'beat') heard.push(change)
  }
  await feed.follow({ hear, end: () => (ended = true) })
})
afterEach(() => feed.stop())

/** The tables in the statements by which actors are read. */
async function tablesOfActors(): Promise<string[]> {
  const statements = await own.statements(() => resolveActors(['x'], NOW))
  const someone = await own.statements(() => resolveActors([PERSON_OF_SEED], NOW))
  const named = [...statements, ...someone].flatMap((text) => [...text.matchAll(/"identity"\."(\w+)"/g)])
  return [...new Set(named.flatMap(([, table]) => table ?? []))].toSorted()
}
/** The tables with a trigger of that name. */
async function tablesWith(trigger: string): Promise<string[]> {
  const { rows } = await pool.query<{ table: string }>(
    'SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname LIKE $1',
    [trigger],
  )
  return rows.map(({ table }) => table).toSorted()
}
const PERSON_OF_SEED = '01980000-0010-7000-8000-00000000001c'

test('F026 every table of which an actor is made is one whose changes are told, and is tried here', async () => {
  const tables = await tablesOfActors()
  expect(tables).toEqual(Object.keys(CHANGES).toSorted())
  expect(await tablesWith('tell_actor_changed')).toEqual(tables)
  const once = await tablesWith('%_is_never_altered')
  expect(tables.filter((table) => once.includes(table))).toEqual(Object.keys(REFUSED))
})

const cases = Object.values(CHANGES)
  .flat()
  .map(([statement, ...persons]) => [statement, persons] as const)

test.each(cases)('F026 told at the commit, not when it is rolled back: %s', async (statement, persons) => {
  await pool.query('BEGIN')
  await pool.query(statement)
  await pool.query('ROLLBACK')
  await pool.query('BEGIN')
  await pool.query(statement)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toEqual([])
  await pool.query('COMMIT')
  await vi.waitFor(() => expect(told.toSorted()).toEqual(persons.toSorted()))
})

test.each(Object.values(REFUSED).flat())('F026 written once: nobody may %s', async (statement) => {
  await expect(pool.query(statement)).rejects.toThrow('is never altered')
  expect(told).toEqual([])
})

test('what makes nobody another one is not told', async () => {
  await pool.query(`UPDATE person SET language = 'ENGLISH' WHERE id = '${PERSON}'`)
  await pool.query(`UPDATE person SET active = active WHERE id = '${PERSON_OF_SEED}'`)
  await vi.waitFor(() => expect(told).toEqual([PERSON_OF_SEED]))
})

test('F026 told though another transaction, that began before it, is open', async () => {
  const other = createPool({ url: own.adminUrl, schema: 'identity', max: 1 })
  await other.query('BEGIN')
  await other.query(`UPDATE person SET active = active WHERE id = '${OTHER}'`)
  await pool.query(`UPDATE person SET active = active WHERE id = '${PERSON}'`)
  await vi.waitFor(() => expect(told).toEqual([PERSON]))
  await other.query('COMMIT')
  await vi.waitFor(() => expect(told).toEqual([PERSON, OTHER]))
  await other.end()
})

test('F026 a transaction that changes many persons many times tells of each once', async () => {
  await pool.query('BEGIN')
  for (let time = 0; time < 3; time++)
    await pool.query('UPDATE person SET active = active WHERE id IN ($1, $2)', [PERSON, OTHER])
  await pool.query('COMMIT')
  await vi.waitFor(() => expect(told.toSorted()).toEqual([PERSON, OTHER]))
})

const FORGED = [
  ...['null', '1e999', '{"kind":"person"}', '[]', 'x', ''],
  `{"kind":"session","credential":"${'c'.repeat(43)}","until":9999999999999}`,
  `{"kind":"person","personId":"${OTHER}"}`,
]

test.each(loginRoles().map(({ role }) => role))(
  'F026 what %s says on the channel is not heard, and ends nothing',
  async (role) => {
    const url = new URL(own.adminUrl)
    url.username = role
    const other = createPool({ url: url.href, schema: 'public', max: 1 })
    for (const payload of FORGED) await other.query("SELECT pg_notify('identity_actor', $1)", [payload])
    await other.end()
    // The control: what has changed is heard after it.
    await pool.query(`UPDATE person SET active = active WHERE id = '${PERSON}'`)
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'person', personId: PERSON }]))
    expect(ended).toBe(false)
  },
)

test.each([
  '(person_id) VALUES (NULL)',
  `(person_id, credential, counts_until) VALUES ('${PERSON}', 'c', now())`,
  `(person_id, counts_until) VALUES ('${PERSON}', now())`,
  `(credential) VALUES ('c')`,
  `(credential, counts_until) VALUES ('c', 'infinity')`,
])('a change that is none cannot be written down: %s', async (values) => {
  const writing = pool.query(`INSERT INTO actor_change ${values}`)
  await expect(writing).rejects.toThrow('actor_change_is_of_a_person_or_a_session')
})
