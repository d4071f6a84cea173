/** What each role of the database may do to the bus: every role, topic, table and function, as the database lists them. */
import { databaseUrl, inboxOf, loginRoles, roleOf, withClient } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { createTestDatabase, startServerWithPasswords } from '@kompetanse/database/testing'
import { createBus, type Transaction } from '@kompetanse/events'
import { listEvents } from '@kompetanse/schema/events/list'
import { PgBoss } from 'pg-boss'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tablesOfBus, tryAll, type BusTable } from './testing/attacks.ts'
import { definersOfBus, grantsOfBus } from './testing/granted.ts'

interface Place {
  readonly adminUrl: string
  urlOf(role: string): string
  stop(): Promise<void>
}

const places: readonly (readonly [string, () => Promise<Place>])[] = [
  [
    'as tests and npm start have it',
    async () => {
      const { adminUrl, drop } = await createTestDatabase('identity')
      return { adminUrl, urlOf: (user) => databaseUrl(adminUrl, { user }), stop: drop }
    },
  ],
  ['as the containers have it, with passwords', startServerWithPasswords],
]

const ROLES = loginRoles().map(({ role }) => role)
const SERVING = listSubgraphs().map(({ name }) => roleOf(name))
/** What pg-boss does to the tables of its consumer's own inbox. Nothing else is allowed to anybody anywhere. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  version: ['read'],
  queue: ['read', 'insert', 'update', 'lock'],
  subscription: ['read', 'insert', 'update', 'lock'],
  job: ['read', 'insert', 'update', 'delete', 'lock'],
  job_common: ['read', 'insert', 'update', 'delete', 'lock'],
  job_dependency: ['read', 'delete', 'lock'],
}

/** What runs with its owner's rights. A search_path of the caller's would make it run the caller's functions. */
const DEFINERS = [
  {
    name: 'bus.publish(text, jsonb)',
    settings: ['search_path=pg_catalog, pg_temp'],
    callers: SERVING.toSorted(),
  },
]
const GRANTS = SERVING.map((role) => `${inboxOf(role)}.r: ${role}`).toSorted()

const makeQueue = (schema: string) => `SELECT ${schema}.create_queue('theirs', '{"policy":"standard"}')`

/** Every event that some subgraph tells. */
const topics = async () => Object.values(await listEvents()).flat()

describe.each(places)('the bus, %s', (_, start) => {
  let place: Place
  let tables: readonly BusTable[]
  beforeAll(async () => {
    place = await start()
    tables = await tablesOfBus(place.adminUrl)
  })
  afterAll(() => place.stop())

  test('the roles that log in are those that are walked here, and none is of the role that owns the bus', async () => {
    const rows = await withClient(place.adminUrl, async (client) => {
      const found = await client.query<{ role: string; can: boolean; member: boolean }>(
        `SELECT rolname AS role, rolcanlogin AS can, pg_has_role(oid, 'bus', 'MEMBER') AS member
         FROM pg_roles WHERE NOT rolsuper AND rolname NOT LIKE 'pg\\_%'`,
      )
      return found.rows
    })
    expect(rows.filter(({ can }) => can).map(({ role }) => role)).toEqual(expect.arrayContaining(ROLES))
    expect(rows.filter(({ can }) => can)).toHaveLength(ROLES.length)
    expect(rows.filter(({ member }) => member).map(({ role }) => role)).toEqual(['bus'])
  })

  test.each(ROLES)('%s publishes what is its own to tell, and forges nothing', async (role) => {
    const all = await topics()
    expect(all.length).toBeGreaterThanOrEqual(10)
    const told = await withClient(place.urlOf(role), async (client) => {
      const attempts = all.map(({ name }) => [name, `SELECT bus.publish('${name}', '[]')`] as const)
      return tryAll(client, new Map(attempts))
    })
    const own = all.filter(({ name }) => roleOf(name.split('.')[0] ?? '') === role)
    expect(told.toSorted()).toEqual(own.map(({ name }) => name).toSorted())
  })

  test.each(ROLES)('%s reads, writes, takes, drops and locks nothing of another’s inbox', async (role) => {
    const statements = new Map(tables.flatMap((table) => table.attacks(role)))
    expect(statements.size).toBeGreaterThan(500)
    const done = await withClient(place.urlOf(role), (client) => tryAll(client, statements))
    const allowed = SERVING.includes(role)
      ? Object.entries(OWN).flatMap(([table, rights]) =>
          rights.map((right) => `${inboxOf(role)}.${table} ${right}`),
        )
      : []
    expect(done.toSorted()).toEqual(allowed.toSorted())
  })

  test.each(ROLES)(
    '%s makes, drops and calls nothing in the schemas of the bus, and is nobody else',
    async (role) => {
      const schemas = ['bus', ...SERVING.map(inboxOf)]
      const own = inboxOf(role)
      const inSchema = schemas.flatMap((schema) => [
        [`make in ${schema}`, `CREATE TABLE ${schema}.mine (n int)`],
        [
          `make a function in ${schema}`,
          `CREATE FUNCTION ${schema}.mine() RETURNS int LANGUAGE sql RETURN 1`,
        ],
        [`drop ${schema}`, `DROP SCHEMA ${schema} CASCADE`],
        ...(schema === 'bus'
          ? [['loosen publish', 'ALTER FUNCTION bus.publish RESET search_path']]
          : [
              [`make a queue in ${schema}`, makeQueue(schema)],
              [`drop a queue of ${schema}`, `${makeQueue(schema)}; SELECT ${schema}.delete_queue('theirs')`],
            ]),
      ])
      const others = [...ROLES, 'bus', 'postgres'].filter((other) => other !== role)
      const asOthers = others.flatMap((other) => [
        [`be ${other}`, `SET ROLE ${other}`],
        [`log in as ${other}`, `SET SESSION AUTHORIZATION ${other}`],
      ])
      const statements = new Map([...inSchema, ...asOthers] as [string, string][])
      const done = await withClient(place.urlOf(role), (client) => tryAll(client, statements))
      expect(done).toEqual(SERVING.includes(role) ? [`make a queue in ${own}`] : [])
    },
  )

  test('what runs with the rights of the bus is publish alone, and only tables are granted, each to whose they are', async () => {
    await withClient(place.adminUrl, async (client) => {
      expect(await definersOfBus(client)).toEqual(DEFINERS)
      expect(await grantsOfBus(client)).toEqual(GRANTS)
    })
  })

  test('control: what is made beside them is noticed, with the rights that a function has from the start', async () => {
    const [definers, grants] = await withClient(place.adminUrl, async (client) => {
      await client.query(`BEGIN; CREATE FUNCTION bus.clear() RETURNS void LANGUAGE sql SECURITY DEFINER RETURN NULL;
        CREATE MATERIALIZED VIEW bus.seen AS SELECT * FROM bus.listener; GRANT SELECT ON bus.seen TO PUBLIC;
        GRANT UPDATE (data) ON progress_inbox.job TO identity`)
      return [await definersOfBus(client), await grantsOfBus(client)]
    })
    expect(definers).toEqual([{ name: 'bus.clear()', settings: null, callers: ['PUBLIC'] }, ...DEFINERS])
    const beside = ['bus.m: PUBLIC', 'progress_inbox.r: identity']
    expect(grants).toEqual([...GRANTS, ...beside].toSorted())
  })

  test.each(SERVING)(
    '%s gives its queues no table of their own, whose name would be run as SQL',
    async (role) => {
      const inbox = inboxOf(role)
      const asked = withClient(place.urlOf(role), (client) =>
        client.query(`SELECT ${inbox}.create_queue('own', '{"policy":"standard","partition":true}')`),
      )
      await expect(asked).rejects.toThrow('no_table_of_its_own')
    },
  )

  test('control: pg-boss keeps an inbox in order with the rights of its consumer', async () => {
    const boss = new PgBoss({
      ...{ connectionString: place.urlOf('progress'), schema: inboxOf('progress') },
      ...{ migrate: false, createSchema: false, schedule: false, reindex: false },
      ...{ monitorIntervalSeconds: 1, maintenanceIntervalSeconds: 1 },
    })
    await boss.start()
    await boss.createQueue('kept')
    await boss.supervise()
    await boss.resolveFlow()
    const rows = await withClient(place.urlOf('progress'), (client) =>
      client.query(
        `SELECT monitor_on IS NOT NULL AS counted, maintain_on IS NOT NULL AS cleaned
         FROM progress_inbox.queue WHERE name = 'kept'`,
      ),
    )
    await boss.stop()
    expect(rows.rows).toEqual([{ counted: true, cleaned: true }])
  })

  test('control: what identity tells is heard by progress, without a fault', async () => {
    const [relation] = (await topics()).filter(({ name }) => name === 'identity.relation')
    if (!relation) throw new Error('identity tells of no relations')
    const faults: string[] = []
    const onError = ({ message }: Error) => void faults.push(message)
    const bus = (name: string) => createBus({ url: place.urlOf(name), inbox: inboxOf(name), onError })
    const [identity, progress] = await Promise.all([bus('identity'), bus('progress')])
    const heard: unknown[] = []
    await progress.consume({ ...relation, schema: v.unknown() }, (event) =>
      Promise.resolve(void heard.push(event)),
    )
    await withClient(place.urlOf('identity'), async (client) => {
      const $queryRawUnsafe = async (sql: string, ...values: unknown[]) =>
        (await client.query(sql, values)).rows
      await identity.publish({ $queryRawUnsafe } as Transaction, relation, 'r', { version: 1 })
    })
    await expect.poll(() => heard).toEqual([{ version: 1 }])
    await Promise.all([identity.stop(), progress.stop()])
    expect(faults).toEqual([])
  })
})
