import { basename, dirname, join } from 'node:path'
import {
  applyMigrations,
  clientOptions,
  createPool,
  requireMigrations,
  roleOf,
  type ClientOptions,
} from '@kompetanse/database'
import { required } from '@kompetanse/schema/process/required'
import { processBus, type ProcessBus } from './bus.ts'

interface Client {
  $disconnect(): Promise<unknown>
}

/** What a subgraph's process is connected to. */
export interface Subgraph<Database extends Client = Client> {
  /** The name of its folder; its roles and schemas are called after it. */
  readonly name: string
  /** Its own part of the database: its name as SQL writes it. */
  readonly schema: string
  /** Where it is connected to: DATABASE_URL. */
  readonly url: () => string
  /** For plain SQL; unqualified names are those of its own schema. */
  readonly pool: ReturnType<typeof createPool>
  /** Its Prisma client, over the same pool. */
  readonly database: Database
  readonly bus: ProcessBus
  /**
   * Brings its schema up to date, as the owner whom MIGRATION_DATABASE_URL names. Where nobody is named, as wherever
   * people are served, another step has done so: throws when it has not.
   */
  migrate(): Promise<void>
  /** Ends what is connected: the bus first, since its handlers use the database. */
  stop(): Promise<void>
}

/**
 * Describes a subgraph by the folder of its sources (`import.meta.dirname` of `src/database.ts`). Connects to nothing
 * before the first query, so that its schema can be printed with no database.
 */
export function defineSubgraph<Database extends Client>(
  sources: string,
  createClient: (options: ClientOptions) => Database,
): Subgraph<Database> {
  const name = basename(dirname(sources))
  const schema = roleOf(name)
  const url = () => required(process.env, 'DATABASE_URL')
  const pool = createPool({ url, schema })
  const database = createClient(clientOptions(pool, schema))
  const bus = processBus(name, url)
  return {
    ...{ name, schema, url, pool, database, bus },
    async migrate() {
      const owner = process.env['MIGRATION_DATABASE_URL']
      const migrations = { schema, folder: join(sources, '../prisma/migrations') }
      if (owner) await applyMigrations({ url: owner, ...migrations })
      else await requireMigrations({ url: url(), ...migrations })
    },
    async stop() {
      await bus.stop()
      await database.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}
