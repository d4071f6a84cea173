import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils'
import type { QueryArrayResult } from 'pg'

const CATALOG_CHAR = 18
const PADDED_CHAR = 1042

/** What the engine's needs force us to know of adapter-pg's inside. */
interface AdapterInternals extends SqlDriverAdapter {
  client: { query(sql: string): Promise<unknown> }
  performIO(query: SqlQuery): Promise<QueryArrayResult>
  onError(error: unknown): never
}

/**
 * Makes a connection of adapter-pg fit for the schema engine. Two differences to the native engine are mended:
 * the catalog type "char" has no mapping, and scripts are cut at every `;`, which breaks function bodies.
 */
export function fitForEngine(connection: SqlDriverAdapter): SqlDriverAdapter {
  const adapter = connection as AdapterInternals
  readCatalogChars(adapter)
  adapter.executeScript = async (script) => {
    await adapter.client.query(script).catch((error: unknown) => adapter.onError(error))
  }
  return adapter
}

function readCatalogChars(adapter: AdapterInternals) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap<SqlQuery, number[]>()
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const chars = result.fields.flatMap((field, index) => (field.dataTypeID === CATALOG_CHAR ? [index] : []))
    for (const field of result.fields) if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = PADDED_CHAR
    charColumns.set(query, chars)
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}
