import { join } from 'node:path'
import { defineConfig } from 'prisma/config'

const folder = process.cwd()

/** For every subgraph alike: the CLI is run in the folder of the subgraph. */
export default defineConfig({
  schema: join(folder, 'prisma'),
  migrations: { path: join(folder, 'prisma/migrations') },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5433/kompetanse' },
})
