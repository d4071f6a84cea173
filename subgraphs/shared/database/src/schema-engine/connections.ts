import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { fitForEngine } from './adapter.ts'
import { offlineConnection } from './offline.ts'
import { pgConfig } from './pg-config.ts'

/** Connections for one call of the engine; `closeAll` ends those the engine forgot. */
export interface EngineConnections extends SqlMigrationAwareDriverAdapterFactory {
  closeAll(): Promise<void>
}

/** Opens connections to the database at `url`, and to shadow databases made beside it. */
export function engineConnections(url: string | undefined): EngineConnections {
  const open = new Set<SqlDriverAdapter>()
  const connect = async (database?: string) => {
    if (!url) return offlineConnection
    const config = { ...pgConfig(url), ...(database ? { database } : {}), idleTimeoutMillis: 0 }
    const adapter = fitForEngine(await new PrismaPg(config).connect())
    open.add(adapter)
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(),
    connectToShadowDb: async () => {
      if (!url) throw new Error('comparing migrations needs DATABASE_URL')
      const name = `prisma_shadow_${crypto.randomUUID().replaceAll('-', '')}`
      await administer(url, `CREATE DATABASE "${name}"`)
      const shadow = await connect(name)
      const dispose = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        open.delete(shadow)
        await dispose()
        await administer(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      }
      return shadow
    },
    closeAll: async () => {
      for (const adapter of open) await adapter.dispose().catch(() => undefined)
    },
  }
}

async function administer(url: string, sql: string) {
  const client = new pg.Client(pgConfig(url))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
