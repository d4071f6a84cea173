import { join, resolve } from 'node:path'
import { roleOf } from './embedded/roles.ts'
import { applyMigrations } from './migrate.ts'

const SUBGRAPHS = resolve(import.meta.dirname, '../../..')

/** Brings the schema of one subgraph up to date at `url`, its owner's; returns what was applied. */
export const migrateSubgraph = (name: string, url: string): Promise<readonly string[]> =>
  applyMigrations({ url, schema: roleOf(name), folder: join(SUBGRAPHS, name, 'prisma/migrations') })
