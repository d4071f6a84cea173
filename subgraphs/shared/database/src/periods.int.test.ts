import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from './embedded/with-client.ts'
import { createWholeDatabase, type TestDatabase } from './testing.ts'

/** Every table with a first and a last day, and whether the database lets no last day come before the first. */
const PERIODS = `
  SELECT format('%s.%s', c.relnamespace::regnamespace, c.relname) AS name, EXISTS (
    SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'
      AND strpos(pg_get_constraintdef(k.oid), format('%s >= %s)', last.attname, first.attname)) > 0) AS held
  FROM pg_class c
  JOIN pg_attribute first ON first.attrelid = c.oid AND first.attname IN ('valid_from', 'starts_on')
  JOIN pg_attribute last ON last.attrelid = c.oid
    AND last.attname = CASE first.attname WHEN 'valid_from' THEN 'valid_to' ELSE 'ends_on' END
  WHERE c.relkind = 'r' ORDER BY name`

let database: TestDatabase
beforeAll(async () => {
  database = await createWholeDatabase()
}, 60_000)
afterAll(() => database.drop())

interface Row {
  readonly name: string
  readonly held: boolean
}

/** As they are after a statement, which is undone. */
const periods = (after = 'SELECT 1') =>
  withClient(database.adminUrl, async (client) => {
    await client.query(`BEGIN; ${after}`)
    const { rows } = await client.query<Row>(PERIODS)
    await client.query('ROLLBACK')
    return rows
  })
const loose = (rows: readonly Row[]) => rows.flatMap(({ name, held }) => (held ? [] : name))

test('F012 F093 no period of any subgraph ends before it begins: what is void has a state of its own', async () => {
  const rows = await periods()
  expect(rows.length).toBeGreaterThan(15)
  expect(loose(rows)).toEqual([])
})

test('one without the rule, and one that lets it end a day before, are seen', async () => {
  const broken = `ALTER TABLE progress.delegation DROP CONSTRAINT delegation_period;
    ALTER TABLE identity.deputyship DROP CONSTRAINT deputyship_period;
    ALTER TABLE identity.deputyship ADD CHECK (valid_to >= valid_from - 1)`
  expect(loose(await periods(broken))).toEqual(['identity.deputyship', 'progress.delegation'])
})
