import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { roleOf, withClient } from '@kompetanse/database/embedded'
import { createWholeDatabase, type TestDatabase } from '@kompetanse/database/testing'
import { signedTables } from '@kompetanse/database/testing/evidence'
import { statusTables } from '@kompetanse/database/testing/statuses'
import { choices } from '@kompetanse/graph/testing'
import { buildASTSchema, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUBGRAPHS } from './parts.ts'
import { ROOT } from './root.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createWholeDatabase()
}, 60_000)
afterAll(() => database.drop())

function schemaOf(name: string) {
  const sdl = readFileSync(join(ROOT, 'schema/subgraphs', `${name}.graphql`), 'utf8')
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true })
}

const mainOf = (name: string) => readFileSync(join(ROOT, 'subgraphs', name, 'src/main.ts'), 'utf8')

/** Whether a subgraph's database has tables of a kind. */
const hasTables = (listed: typeof signedTables) => async (name: string) => {
  const place = { url: database.adminUrl, schema: roleOf(name) }
  return (await withClient(place, listed)).length > 0
}

interface Kind {
  /** What the test walks by. */
  readonly walk: string
  readonly isNeeded: (subgraph: string) => boolean | Promise<boolean>
}

/** What a subgraph shows of the whole of itself, each in its `src/testing/<name>.int.test.ts`, or without a database `<name>.test.ts`. */
const TESTS: Readonly<Record<string, Kind>> = {
  content: { walk: 'contentTests', isNeeded: () => true },
  reach: { walk: 'reachTests', isNeeded: () => true },
  input: { walk: 'inputTests', isNeeded: () => true },
  statements: { walk: 'statementTests', isNeeded: () => true },
  choices: { walk: 'choiceTests', isNeeded: (name) => choices(schemaOf(name)).length > 0 },
  evidence: { walk: 'attack', isNeeded: hasTables(signedTables) },
  statuses: { walk: 'walkStatuses', isNeeded: hasTables(statusTables) },
  routes: { walk: 'routeTests', isNeeded: (name) => mainOf(name).includes('routes:') },
  offered: { walk: 'offeredTests', isNeeded: (name) => schemaOf(name).getMutationType() !== undefined },
  revocation: { walk: 'revocationTests', isNeeded: (name) => Boolean(schemaOf(name).getSubscriptionType()) },
}

function has(name: string, kind: string, walk: string): boolean {
  const files = ['int.test.ts', 'test.ts'].map((end) =>
    join(ROOT, 'subgraphs', name, 'src/testing', `${kind}.${end}`),
  )
  return files.some((file) => existsSync(file) && readFileSync(file, 'utf8').includes(`${walk}(`))
}

test('there are subgraphs to look at', () => expect(SUBGRAPHS.length).toBeGreaterThanOrEqual(5))

test.each(Object.entries(TESTS))(
  'B02 B32 each subgraph that needs the test of its %s has it, and no other',
  async (kind, { walk, isNeeded }) => {
    const needing: string[] = []
    for (const name of SUBGRAPHS) if (await isNeeded(name)) needing.push(name)
    expect(needing.length).toBeGreaterThan(0)
    expect(SUBGRAPHS.filter((name) => has(name, kind, walk))).toEqual(needing)
  },
)
