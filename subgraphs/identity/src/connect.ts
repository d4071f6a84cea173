import { join } from 'node:path'
import { applyMigrations, createAdapter, createPool } from '@kompetanse/database'
import { createBus, type Bus } from '@kompetanse/events'
import { PrismaClient } from './generated/db/client.ts'
import { useRuntime } from './runtime.ts'

export const SCHEMA = 'identity'
const migrations = join(import.meta.dirname, '../prisma/migrations')

export interface Connected {
  readonly db: PrismaClient
  readonly bus: Bus
  isReady(): Promise<boolean>
  close(): Promise<void>
}

/** Brings the database up to date, connects to it and to the event bus, and makes both the process's runtime. */
export async function connect(url: string, onError?: (error: Error) => void): Promise<Connected> {
  await applyMigrations({ url, schema: SCHEMA, folder: migrations })
  const pool = createPool({ url, schema: SCHEMA })
  const db = new PrismaClient({ adapter: createAdapter(pool, SCHEMA) })
  const bus = await createBus({ url, name: SCHEMA, ...(onError && { onError }) })
  useRuntime({ db, bus })
  return {
    db,
    bus,
    isReady: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await bus.stop()
      await db.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}
