import pg from 'pg'

/** How PostgreSQL says no; any other error is the statement's own, and tells nothing of what is guarded. */
const REFUSALS: Readonly<Record<string, string>> = {
  '42501': 'has no right to it',
  P0001: 'a guard',
  '23505': 'a key',
  '23514': 'a CHECK',
}

const isRefusal = (error: unknown) => error instanceof pg.DatabaseError && (error.code ?? '') in REFUSALS

/**
 * Does what a statement says, looks at what came of it, and undoes it.
 * UNTRIED: it met no row, so nobody knows. Throws when it is neither done nor refused.
 */
export async function attempt<Seen>(
  client: pg.ClientBase,
  statement: string,
  look: () => Promise<Seen>,
): Promise<Seen | 'REFUSED' | 'UNTRIED'> {
  await client.query('BEGIN')
  try {
    const results = [await client.query(statement)].flat()
    return results.some(({ rowCount }) => rowCount !== 0) ? await look() : 'UNTRIED'
  } catch (error) {
    if (isRefusal(error)) return 'REFUSED'
    throw new Error(`neither done nor refused: ${statement}: ${(error as Error).message}`, { cause: error })
  } finally {
    await client.query('ROLLBACK')
  }
}

/** `comment.text`, `comment.text ⇄`, `comment +`, `comment −` of what the columns say; all of what is written out. */
export function inShort(statement: string): string {
  const [, table, swapped, column] = /^UPDATE \w+\.(\w+)( one)? SET "(\w+)"/.exec(statement) ?? []
  if (table) return `${table}.${column}${swapped ? ' ⇄' : /= NULL/.test(statement) ? ' → null' : ''}`
  const [, verb, name] = /^(INSERT INTO|DELETE FROM|TRUNCATE) \w+\.(\w+)/.exec(statement) ?? []
  return name ? `${name} ${verb === 'INSERT INTO' ? '+' : '−'}` : statement
}
