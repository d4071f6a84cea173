import { join } from 'node:path'
import { applyMigrations } from '@kompetanse/database'
import { serveSubgraph } from '@kompetanse/graph'
import { startBus, stopBus } from './bus.ts'
import { database, pool, SCHEMA, url } from './database.ts'
import { schema } from './schema.ts'

await applyMigrations({ url, schema: SCHEMA, folder: join(import.meta.dirname, '../prisma/migrations') })
await startBus()

await serveSubgraph({
  name: 'curriculum',
  schema,
  isReady: () =>
    pool.query('SELECT 1').then(
      () => true,
      () => false,
    ),
  onStop: async () => {
    await stopBus()
    await database.$disconnect()
    await pool.end()
  },
})
