/** For tests: whether a statement waits for another's that is not committed yet. */
import pg from 'pg'

export interface Two {
  readonly adminUrl: string
  readonly schema: string
  readonly first: string
  readonly second: string
}

/** Whether the second does while the first is not committed. Leaves all as it was; throws when the second is refused. */
export async function doesWait({ adminUrl, schema, first, second }: Two): Promise<boolean> {
  const config = { connectionString: adminUrl, options: `-c search_path=${schema} -c lock_timeout=300` }
  const [one, other] = [new pg.Client(config), new pg.Client(config)]
  await Promise.all([one.connect(), other.connect()])
  try {
    await one.query(`BEGIN; SET LOCAL ROLE ${schema}; ${first}`)
    await other.query(`BEGIN; SET LOCAL ROLE ${schema}; ${second}`)
    return false
  } catch (error) {
    // lock_not_available: it waited for as long as it was let.
    if (error instanceof pg.DatabaseError && error.code === '55P03') return true
    throw error
  } finally {
    await Promise.all([one.end(), other.end()])
  }
}
