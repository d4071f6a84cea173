import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPool } from './connection.ts'
import { applyMigrations, requireMigrations } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createTestDatabase('identity')
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  add('1_first', 'CREATE TABLE one (n int)')
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

function add(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const apply = () => applyMigrations({ url: database.migrationUrl, schema: 'identity', folder })
const require = () => requireMigrations({ url: database.url, schema: 'identity', folder })

it('each migration is applied once, in order, however many start at once', async () => {
  add('2_second', 'ALTER TABLE one ADD m int')
  const applied = await Promise.all([apply(), apply(), apply()])
  expect(applied.flat()).toEqual(['1_first', '2_second'])
})

it('a migration that fails leaves nothing of itself; one that was changed since is refused', async () => {
  await apply()
  add('2_second', 'CREATE TABLE two (n int); SELECT nothing')
  await expect(apply()).rejects.toThrow('migration 2_second failed')
  add('2_second', 'CREATE TABLE two (n int)')
  expect(await apply()).toEqual(['2_second'])
  add('1_first', 'CREATE TABLE one (n bigint)')
  await expect(apply()).rejects.toThrow('migration 1_first was changed after it was applied')
})

it('who serves is told which migrations are missing, or were changed, and applies none', async () => {
  await expect(require()).rejects.toThrow('the schema identity lacks 1_first: migrate first')
  await apply()
  await expect(require()).resolves.toBeUndefined()
  add('2_second', 'CREATE TABLE two (n int)')
  add('3_third', 'CREATE TABLE three (n int)')
  await expect(require()).rejects.toThrow('the schema identity lacks 2_second, 3_third: migrate first')
  add('1_first', 'CREATE TABLE one (n bigint)')
  await expect(require()).rejects.toThrow('migration 1_first was changed after it was applied')
})

it('who serves may apply no migration', async () => {
  const applied = applyMigrations({ url: database.url, schema: 'identity', folder })
  await expect(applied).rejects.toThrow('permission denied')
})

it('who serves reads which migrations were applied, and cannot write that one was or was not', async () => {
  await apply()
  const serving = createPool({ url: database.url, schema: 'identity', max: 1 })
  const { rows } = await serving.query('SELECT migration_name FROM _prisma_migrations')
  expect(rows).toEqual([{ migration_name: '1_first' }])
  for (const change of ['UPDATE _prisma_migrations SET logs = NULL', 'DELETE FROM _prisma_migrations'])
    await expect(serving.query(change)).rejects.toThrow('permission denied')
  await expect(
    serving.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '', '2_second')",
    ),
  ).rejects.toThrow('permission denied')
  await serving.end()
})
