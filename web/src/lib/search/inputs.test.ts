import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '../..')

const SEARCH = /<[iI]nput\b[^>]*?(?:type|inputmode)="search"[^]*?\/>/g

/** What the graph takes of a search. */
const LONGEST = /maxlength=(?:"200"|\{200\})/

test('no field to search in takes more than the graph does', () => {
  const inputs = globSync('**/*.svelte', { cwd: SOURCES }).flatMap((file) =>
    [...readFileSync(join(SOURCES, file), 'utf8').matchAll(SEARCH)].map(([input]) => ({ file, input })),
  )
  expect(inputs.length).toBeGreaterThanOrEqual(10)
  expect(inputs.filter(({ input }) => !LONGEST.test(input)).map(({ file }) => file)).toEqual([])
})
