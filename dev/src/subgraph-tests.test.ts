import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SUBGRAPHS } from './parts.ts'
import { ROOT } from './root.ts'

/** What every subgraph shows of its whole schema, in one of the files named. */
const TESTS = {
  'B32 every text is content or known not to be': ['content.int.test.ts', 'content.test.ts'],
}

test.each(Object.entries(TESTS))('each subgraph has the test that %s', (_what, files) => {
  const has = (name: string) => files.some((file) => existsSync(join(ROOT, 'subgraphs', name, 'src', file)))
  expect(SUBGRAPHS.filter((name) => !has(name))).toEqual([])
})
