import type pg from 'pg'
import { installBus } from './bus.ts'
import { setLimits } from './limits.ts'
import { everyRole, loginRoles, schemaRoles, type SchemaRoles } from './roles.ts'
import { withClient } from './with-client.ts'

export const DATABASE = 'kompetanse'

type PasswordOf = (role: string) => string | undefined

export interface ProvisionOptions {
  /** A superuser, or a role that may create databases and roles. Which database it names does not matter. */
  adminUrl: string
  /** A role's own password; left out where the server trusts its callers. */
  passwordOf?: PasswordOf
}

/**
 * Makes the database, the roles, their schemas and the event bus; returns the schemas that were not there. Safe to run
 * again, and by two at once.
 */
export async function provision({ adminUrl, passwordOf }: ProvisionOptions): Promise<readonly string[]> {
  const schemas = schemaRoles()
  return withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(7052026)')
    await createRoles(client, passwordOf)
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
    await setLimits(client, DATABASE)
    const url = databaseUrl(adminUrl, { database: DATABASE })
    const created = await createSchemas(url, schemas)
    await installBus(url, schemas)
    return created
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

async function createRoles(client: pg.Client, passwordOf?: PasswordOf) {
  for (const role of everyRole()) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    if (!rowCount) await client.query(`CREATE ROLE ${role}`)
    await client.query(`GRANT ${role} TO CURRENT_USER`)
  }
  for (const { role, of } of loginRoles()) {
    const password = passwordOf?.(role)
    if (passwordOf && !password) throw new Error(`there is no password for ${role}`)
    const secret = password ? `PASSWORD ${client.escapeLiteral(password)}` : ''
    await client.query(`ALTER ROLE ${role} LOGIN ${secret}`)
    await client.query(`ALTER ROLE ${role} SET search_path = ${of.schema}`)
  }
}

async function createSchemas(url: string, schemas: readonly SchemaRoles[]): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ nspname: string }>('SELECT nspname FROM pg_namespace')
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`)
    for (const { role } of loginRoles())
      await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${DATABASE} TO ${role}`)
    for (const schema of schemas) await createSchema(client, schema)
    return schemas.map(({ schema }) => schema).filter((name) => !rows.some(({ nspname }) => nspname === name))
  })
}

async function createSchema(client: pg.Client, roles: SchemaRoles) {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${roles.schema} AUTHORIZATION ${roles.owner}`)
  if (roles.serving !== roles.owner) await letServe(client, roles)
}

const ROWS = 'SELECT, INSERT, UPDATE, DELETE'

/** Rights to the rows of what the owner makes: not to the tables, whose triggers keep what is written once. */
async function letServe(client: pg.Client, { schema, serving, owner }: SchemaRoles) {
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${serving}`)
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${schema}`
  await client.query(`${defaults} GRANT ${ROWS} ON TABLES TO ${serving}`)
  await client.query(`${defaults} GRANT USAGE ON SEQUENCES TO ${serving}`)
  const { rowCount } = await client.query(
    'SELECT 1 FROM pg_namespace WHERE nspname = $1 AND pg_get_userbyid(nspowner) = $2',
    [schema, serving],
  )
  // A database from when one role did both.
  if (rowCount)
    await client.query(`BEGIN; REASSIGN OWNED BY ${serving} TO ${owner};
      GRANT USAGE ON SCHEMA ${schema} TO ${serving};
      GRANT ${ROWS} ON ALL TABLES IN SCHEMA ${schema} TO ${serving};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${serving}; COMMIT`)
}
