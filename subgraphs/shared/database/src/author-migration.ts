/**
 * Writes `prisma/migrations/<stamp>_<name>/migration.sql` of the subgraph in the current folder: what its
 * `schema.prisma` has and its migrations have not. Read it before committing it, and add CHECKs by hand.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaDrift } from './drift.ts'
import { startTemporaryServer } from './embedded/index.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('usage: author-migration.ts <name_in_snake_case>\n')
  process.exit(1)
}

mkdirSync('prisma/migrations', { recursive: true })
writeFileSync('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n')

const server = await startTemporaryServer()
try {
  const sql = await schemaDrift({ folder: process.cwd(), databaseUrl: server.adminUrl })
  if (sql === '') process.stdout.write('schema.prisma and the migrations agree: nothing to write\n')
  else writeMigration(sql)
} finally {
  await server.stop()
}

function writeMigration(sql: string) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  process.stdout.write(`${join(folder, 'migration.sql')}\n`)
}
