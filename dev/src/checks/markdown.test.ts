import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { brokenNames } from './markdown.ts'

const listed = ['ls-files', '--cached', '--others', '--exclude-standard']
const files = execFileSync('git', listed, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
const documents = files
  .filter((file) => file.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

test('what a document links to or names is there', () => {
  expect(documents.length).toBeGreaterThan(40)
  const made = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')
  expect(
    brokenNames(
      documents,
      files,
      made.filter((line) => /^\S+\/$/.test(line)),
    ),
  ).toEqual([])
})

const DECISION =
  /^# (\d{4}) \S.*\n\nStatus: (?:accepted|superseded by \[\d{4}\]\([^)]+\)), \d{4}-\d{2}-\d{2}\.\n/

test('every decision has its number, a status and a date, and no two one number', () => {
  const decisions = documents.filter(({ path }) => path.startsWith('docs/decisions/'))
  const numbers = decisions.map(({ path }) => basename(path).slice(0, 4))
  expect(decisions.map(({ text }) => DECISION.exec(text)?.[1])).toEqual(numbers)
  expect(new Set(numbers).size).toBe(decisions.length)
})

describe('the control', () => {
  const sources = [
    'README.md',
    'docs/here.md',
    'web/src/a.ts',
    'web/src/(app)/b.svelte',
    'web/src/queue/c.ts',
  ]
  const found = (text: string) =>
    brokenNames([{ path: 'docs/here.md', text: `# Here it is\n${text}` }], sources)

  test.each([
    [
      '[a](../README.md) [b](#here-it-is) [e](<../web/src/(app)/b.svelte>) [c](https://elsewhere.no/x.md) [d](../web/src/)',
    ],
    [
      '`web/src/a.ts`, `src/a.ts`, `a.ts`, `(app)/b.svelte`, `queue/`, `web/src/X/c.ts`, `web/<part>/a.ts`, `*/c.ts`',
    ],
    ['`application/json`, `a.b`, `POST /a.ts`, `@kompetanse/none/a`, `npm run x.ts`'],
    ['```sh\ncat `none.ts`\n```\n```mermaid\nA["src/a.ts"]\n```'],
  ])('finds nothing in %s', (text) => expect(found(text)).toEqual([]))

  test.each([
    ['[a](../NONE.md)', 'links to ../NONE.md'],
    ['[a](<../(app)/none.ts>)', 'links to ../(app)/none.ts'],
    ['[a](#there)', 'links to #there'],
    ['[a](../README.md#none)', 'links to ../README.md#none'],
    ['`web/src/none.ts`', 'names web/src/none.ts'],
    ['`rc/a.ts`', 'names rc/a.ts'],
    ['`web/none`', 'names web/none'],
    ['`web/X/none.ts`', 'names web/X/none.ts'],
    ['```mermaid\nA["src/none.ts<br>why"]\n```', 'names src/none.ts'],
  ])('finds what is wrong with %s', (text, fault) => expect(found(text)).toEqual([`docs/here.md ${fault}`]))
})
