import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'

const refuse = () => Promise.reject(new Error('this comparison has no database'))

/**
 * A connection to nowhere that only tells a server version: the engine asks for one even when it compares two
 * schema files, and such a comparison should need no server.
 */
export const offlineConnection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  getConnectionInfo: () => ({ supportsRelationJoins: true }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: () => Promise.resolve(),
  queryRaw: (query) =>
    query.sql.includes('server_version_num')
      ? Promise.resolve({
          columnNames: ['exists', 'version', 'numeric_version'],
          columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
          rows: [[true, 'PostgreSQL 18.0', 180000]],
        })
      : refuse(),
}
