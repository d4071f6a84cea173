import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, roleOf } from '../embedded/index.ts'
import { withClient } from '../embedded/with-client.ts'
import { listSubgraphs } from '../subgraphs.ts'
import { createWholeDatabase, type TestDatabase } from '../testing.ts'
import { NOT_SIGNED, signedTables } from './testing/tables.ts'
import { attack } from './testing/attack.ts'

const SUBGRAPHS = listSubgraphs().map(({ name }) => name)
const TEXTS = resolve(import.meta.dirname, '../../sql')
const folderOf = (subgraph: string) => resolve(import.meta.dirname, '../../../..', subgraph)

let database: TestDatabase
beforeAll(async () => {
  database = await createWholeDatabase()
}, 60_000)
afterAll(() => database.drop())

const inSchema = <T>(schema: string, sql: string) =>
  withClient({ url: database.adminUrl, schema }, async (client) => (await client.query<T & object>(sql)).rows)

const tablesOf = (schema: string) => withClient({ url: database.adminUrl, schema }, signedTables)

describe('what is signed', () => {
  it.each(readdirSync(TEXTS))(
    'is guarded by one text: %s begins the migration of each subgraph that has something signed',
    async (file) => {
      const text = readFileSync(join(TEXTS, file), 'utf8')
      for (const name of SUBGRAPHS) {
        if ((await tablesOf(roleOf(name))).length === 0) continue
        const folder = join(folderOf(name), 'prisma/migrations')
        const migration = readdirSync(folder).find((one) => one.endsWith(`0_${file.replace('.sql', '')}`))
        const own = readFileSync(join(folder, migration ?? '', 'migration.sql'), 'utf8')
        expect(own.startsWith(text), name).toBe(true)
      }
    },
  )

  it('is looked at in its own schema alone: every guard has its search path pinned', async () => {
    for (const name of SUBGRAPHS) {
      const schema = roleOf(name)
      if ((await tablesOf(schema)).length === 0) continue
      const loose = await inSchema(
        schema,
        `SELECT proname FROM pg_proc
         WHERE pronamespace = current_schema()::regnamespace AND prosqlbody IS NULL
           AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=${schema}, pg_temp']`,
      )
      expect(loose, name).toEqual([])
    }
  })
})

it('reports a table with a digest that nothing guards: the control of the attack', async () => {
  await withClient(databaseUrl(database.adminUrl, { user: 'identity_owner' }), async (client) => {
    await client.query('CREATE TABLE letter (id uuid PRIMARY KEY, digest text, kept text)')
    await client.query(`INSERT INTO letter SELECT gen_random_uuid(), n::text FROM generate_series(1, 2) n`)
  })
  const { tables, permitted, untried } = await attack({ adminUrl: database.adminUrl, schema: 'identity' })
  expect(tables.map(({ name }) => name)).toContain('letter')
  const ofLetter = permitted.filter((one) => one.includes('letter'))
  expect(ofLetter).toContain(`identity: UPDATE identity.letter SET "digest" = coalesce("digest", '') || 'x'`)
  expect(ofLetter).toContain('identity: DELETE FROM identity.letter')
  expect(ofLetter).toContain('identity_owner: TRUNCATE identity.letter CASCADE')
  expect(ofLetter.filter((one) => !one.startsWith('identity'))).toEqual([])
  expect(ofLetter).not.toContain('identity: DROP TABLE identity.letter CASCADE')
  expect(untried).toEqual(['letter.kept → null'])
  const mistyped = ['UPDATE identity.lettre SET kept = NULL']
  await expect(
    attack({ adminUrl: database.adminUrl, schema: 'identity', alsoForbidden: mistyped }),
  ).rejects.toThrow('neither done nor refused: UPDATE identity.lettre')
})

it('lists what says who signed and has no digest, and the parts of parts', async () => {
  const names = await withClient({ url: database.adminUrl, schema: 'progress' }, async (client) => {
    await client.query(`BEGIN; CREATE TABLE course (signed_by_id uuid, signed_at timestamptz);
      CREATE TABLE leaflet (sha256 text); CREATE TABLE visit (at timestamptz);
      CREATE TABLE comment_mark (id uuid PRIMARY KEY, comment_id uuid REFERENCES comment (id));
      CREATE TABLE mark_reader (mark_id uuid REFERENCES comment_mark (id))`)
    return (await signedTables(client)).map(({ name, because }) => `${name}: ${because}`)
  })
  expect(names).toEqual(
    expect.arrayContaining(['course: SIGNER', 'leaflet: DIGEST', 'comment_mark: PART', 'mark_reader: PART']),
  )
  expect(names.filter((name) => name.startsWith('visit'))).toEqual([])
})

it.each(Object.keys(NOT_SIGNED))('leaves out %s, which is there', async (name) => {
  const [table = '', schema = 'identity'] = name.split('.').toReversed()
  expect(await inSchema(schema, `SELECT '${table}'::regclass`)).toHaveLength(1)
})
