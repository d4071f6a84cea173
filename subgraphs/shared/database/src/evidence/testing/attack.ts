/** For tests: what of all that is forbidden somebody may do nonetheless. */
import type pg from 'pg'
import { databaseUrl, ownerOf, withClient } from '../../embedded/index.ts'
import { everyRole } from '../../embedded/roles.ts'
import { attempt, inShort } from './attempt.ts'
import { forbidden } from './forbidden.ts'
import { signedTables, type Table } from './tables.ts'
import { findBroken, findUnsealed, sealRecords } from '../verify.ts'

export { signedTables }

export interface Attack {
  readonly adminUrl: string
  readonly schema: string
  /** What the columns do not say, each table with its schema; several statements are one transaction. */
  readonly alsoForbidden?: readonly string[]
}

export interface Attempt {
  readonly tables: readonly Table[]
  readonly attempts: number
  /** `progress: UPDATE progress.comment SET "text" = …`: what was let through. */
  readonly permitted: readonly string[]
  /** `comment.text → null`: what met no row, and so may be permitted. */
  readonly untried: readonly string[]
}

/**
 * Tries each forbidden statement, as each role of the database, on each signed table of a schema; leaves all as it was.
 * Throws at what is neither done nor refused: a statement that says nothing is no proof.
 */
export async function attack({ adminUrl, schema, alsoForbidden = [] }: Attack): Promise<Attempt> {
  const tables = await tablesOf({ adminUrl, schema })
  const permitted: string[] = []
  const untried = new Set<string>()
  let attempts = 0
  for (const role of everyRole()) {
    const owner = role === ownerOf(schema)
    await asRole(role, { adminUrl, schema }, async (client) => {
      for (const statement of [...tables.flatMap((table) => forbidden(table, { owner })), ...alsoForbidden]) {
        attempts += 1
        const outcome = await attempt(client, statement, async () => {
          await client.query('SET CONSTRAINTS ALL IMMEDIATE')
          return 'PERMITTED'
        })
        if (outcome === 'PERMITTED') permitted.push(`${role}: ${statement}`)
        if (outcome === 'UNTRIED') untried.add(inShort(statement))
      }
    })
  }
  return { tables, attempts, permitted, untried: [...untried] }
}

/**
 * Does each forbidden statement as the superuser, whom no trigger stops; answers with those after which neither the views
 * nor the seals of before tell that anything is wrong. Leaves all as it was.
 */
export async function tamper({ adminUrl, schema, alsoForbidden = [] }: Attack): Promise<readonly string[]> {
  const tables = await tablesOf({ adminUrl, schema })
  return withClient({ url: adminUrl, schema }, async (admin) => {
    const seals = await sealRecords(admin)
    await admin.query('SET session_replication_role = replica')
    const unnoticed = new Set<string>()
    for (const statement of [
      ...tables.flatMap((table) => forbidden(table, { owner: true })),
      ...alsoForbidden,
    ]) {
      const noticed = await attempt(admin, statement, async () => {
        // Whatever schema the caller searches.
        await admin.query("SET LOCAL search_path = ''")
        const broken = await findBroken(admin)
        return broken.length > 0 || (await findUnsealed(admin, seals)).length > 0
      })
      if (noticed === false) unnoticed.add(inShort(statement))
    }
    return [...unnoticed]
  })
}

/** Changes what the statement says, as the superuser past every guard, and answers with what is broken then. */
export const breakPastGuards = ({ adminUrl, schema }: Attack, statement: string) =>
  withClient({ url: adminUrl, schema }, async (admin) => {
    await admin.query(
      `BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT; SET search_path = ''`,
    )
    return findBroken(admin)
  })

const tablesOf = ({ adminUrl, schema }: Attack): Promise<readonly Table[]> =>
  withClient({ url: adminUrl, schema }, signedTables)

/** The bus has no login: who may act as it does so from the superuser's connection. */
function asRole<Result>(
  role: string,
  { adminUrl, schema }: Attack,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  if (role !== 'bus') return withClient({ url: databaseUrl(adminUrl, { user: role }), schema }, work)
  return withClient({ url: adminUrl, schema }, async (client) => {
    await client.query('SET ROLE bus')
    return work(client)
  })
}
