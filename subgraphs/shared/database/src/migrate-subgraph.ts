import { join, resolve } from 'node:path'
import { roleOf } from './embedded/roles.ts'
import { applyMigrations, type Migrations } from './migrate.ts'

const SUBGRAPHS = resolve(import.meta.dirname, '../../..')

export const migrationsOf = (subgraph: string): Migrations => ({
  schema: roleOf(subgraph),
  folder: join(SUBGRAPHS, subgraph, 'prisma/migrations'),
})

/** Brings the schema of one subgraph up to date at `url`, its owner's; returns what was applied. */
export const migrateSubgraph = (name: string, url: string): Promise<readonly string[]> =>
  applyMigrations({ url, ...migrationsOf(name) })
