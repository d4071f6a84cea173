import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { schemaDrift } from './drift.ts'

const schema = (fields: string) =>
  `generator client {\n provider = "prisma-client"\n output = "../out"\n}\n` +
  `datasource db {\n provider = "postgresql"\n}\nmodel Unit {\n id String @id @db.Uuid\n ${fields}\n}\n`
const migration = `CREATE TABLE "Unit" ("id" UUID NOT NULL, "title" TEXT NOT NULL, CONSTRAINT "Unit_pkey" PRIMARY KEY ("id"));
CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'))
  mkdirSync(join(folder, 'prisma/migrations/20260101000000_first'), { recursive: true })
  writeFileSync(join(folder, 'prisma/migrations/migration_lock.toml'), 'provider = "postgresql"\n')
  writeFileSync(join(folder, 'prisma/migrations/20260101000000_first/migration.sql'), migration)
})
afterEach(() => rmSync(folder, { recursive: true }))

const drift = (fields: string, engine?: string) => {
  writeFileSync(join(folder, 'prisma/schema.prisma'), schema(fields))
  const databaseUrl = process.env['TEST_DATABASE_URL'] ?? ''
  return schemaDrift({ folder, databaseUrl, ...(engine ? { engine } : {}) })
}

describe('schema drift', () => {
  it('is empty when the migrations, function bodies among them, make the schema', async () => {
    expect(await drift('title String')).toBe('')
  })

  it('is the missing SQL when the schema has a column more', async () => {
    expect(await drift('title String\n number Int')).toContain('ADD COLUMN     "number" INTEGER NOT NULL')
  })

  it('is an error, not agreement, when the engine is a dummy that answers nothing', async () => {
    await expect(drift('title String\n number Int', '/bin/true')).rejects.toThrow()
  })
})
