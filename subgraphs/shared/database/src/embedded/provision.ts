import pg from 'pg'
import { PgBoss } from 'pg-boss'

/** One role and one schema of the same name for each; a role reaches its own schema and nothing of the others. */
export const ROLES = ['identity', 'curriculum', 'progress', 'web'] as const
export type Role = (typeof ROLES)[number]

/** The roles that publish and consume events. */
const BUS_MEMBERS: readonly Role[] = ['identity', 'curriculum', 'progress']

export const DATABASE = 'kompetanse'

export interface ProvisionOptions {
  /** A superuser, or a role that may create databases and roles. Which database it names does not matter. */
  adminUrl: string
  /** Given to every role; left out where the server trusts its callers. */
  password?: string
}

/** Makes the database, the roles, their schemas and the event bus. Safe to run again, and by two at once. */
export async function provision({ adminUrl, password }: ProvisionOptions): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(7052026)')
    await createRoles(client, password)
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
    await createSchemas(databaseUrl(adminUrl, { database: DATABASE }))
  })
}

/** `url` with another database or user; a changed user takes `password`, or none. */
export function databaseUrl(
  url: string,
  change: { database?: string; user?: string; password?: string },
): string {
  const result = new URL(url)
  if (change.database) result.pathname = `/${change.database}`
  if (change.user) {
    result.username = change.user
    result.password = change.password ?? ''
  }
  return result.href
}

async function createRoles(client: pg.Client, password: string | undefined) {
  for (const role of [...ROLES, 'bus']) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    if (!rowCount) await client.query(`CREATE ROLE ${role}`)
    await client.query(`GRANT ${role} TO CURRENT_USER`)
  }
  for (const role of ROLES) {
    const secret = password === undefined ? '' : `PASSWORD ${client.escapeLiteral(password)}`
    await client.query(`ALTER ROLE ${role} LOGIN ${secret}`)
    await client.query(`ALTER ROLE ${role} SET search_path = ${role}`)
  }
  for (const role of BUS_MEMBERS) await client.query(`GRANT bus TO ${role}`)
}

async function createSchemas(url: string) {
  await withClient(url, async (client) => {
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`)
    for (const role of [...ROLES, 'bus']) {
      await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${DATABASE} TO ${role}`)
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${role} AUTHORIZATION ${role}`)
    }
    // A queue made by one subgraph is for all of them.
    for (const role of BUS_MEMBERS) {
      await client.query(`ALTER DEFAULT PRIVILEGES FOR ROLE ${role} IN SCHEMA bus GRANT ALL ON TABLES TO bus`)
    }
  })
  await installBus(url)
}

/** The bus belongs to the role `bus`: the subgraphs are its members and need not migrate it themselves. */
async function installBus(url: string) {
  const pool = new pg.Pool({ connectionString: url, options: '-c role=bus', max: 1 })
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = new PgBoss({ db, schema: 'bus', createSchema: false, supervise: false, schedule: false })
  try {
    await boss.start()
    await boss.stop({ graceful: false })
  } finally {
    await pool.end()
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
