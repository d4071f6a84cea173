import { DATABASE, databaseUrl } from './provision.ts'
import { withClient } from './with-client.ts'

/**
 * Tells the planner at once what was filled in. PostgreSQL finds out by itself within minutes; until then it takes
 * every table for nearly empty, and a queue's page costs several times as much. `adminUrl` is a superuser's.
 */
export const gatherStatistics = (adminUrl: string): Promise<void> =>
  withClient(databaseUrl(adminUrl, { database: DATABASE }), async (client) => {
    await client.query('ANALYZE')
  })
