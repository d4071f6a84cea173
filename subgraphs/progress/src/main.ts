import { join } from 'node:path'
import { applyMigrations } from '@kompetanse/database'
import { serveSubgraph } from '@kompetanse/graph'
import { startUploadCleaning } from './attachments/cleaning.ts'
import { filesRoute } from './attachments/http/route.ts'
import { startBus, stopBus } from './bus.ts'
import { database, pool, SCHEMA, url } from './database.ts'
import { stopQueueReader } from './live/subscribe-queue.ts'
import { startProjections } from './projections.ts'
import { schema } from './schema.ts'

await applyMigrations({ url, schema: SCHEMA, folder: join(import.meta.dirname, '../prisma/migrations') })
await startBus()
await startProjections()
const stopCleaning = startUploadCleaning()

await serveSubgraph({
  name: 'progress',
  schema,
  isReady: () =>
    pool.query('SELECT 1').then(
      () => true,
      () => false,
    ),
  routes: { files: filesRoute() },
  onStop: async () => {
    stopCleaning()
    await stopQueueReader()
    await stopBus()
    await database.$disconnect()
    await pool.end()
  },
})
