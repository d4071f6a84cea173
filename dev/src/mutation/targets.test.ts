import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { readExplained } from './explained.ts'
import { scopeOfChange, scopeOfPaths } from './scope.ts'
import { filesOf, TARGETS } from './targets.ts'

const exclude = (path: string) => /(^|\/)(node_modules|generated|test-results)(\/|$)/.test(path)
const found = (pattern: string) => globSync(pattern, { cwd: ROOT, exclude })
const missed = (targets: typeof TARGETS) => {
  const mutated = new Set(targets.flatMap(filesOf))
  return decisions.filter((file) => !mutated.has(file))
}

/** The files of every folder that decides, wherever one is. */
const decisions = found('**/domain/*.ts').filter((path) => !/(\.test|\/testing)\.ts$/.test(path))

test('every file of a domain/ folder is mutated', () => {
  expect(decisions.length).toBeGreaterThan(60)
  expect(missed(TARGETS)).toEqual([])
  expect(missed(TARGETS.slice(1))).not.toEqual([])
})

test('every target has files, and tests that may notice; no file is of two', () => {
  for (const target of TARGETS) {
    expect([target.name, filesOf(target).length > 0]).toEqual([target.name, true])
    for (const tests of target.tests) expect([tests, found(tests).length > 0]).toEqual([tests, true])
  }
  const files = TARGETS.flatMap(filesOf)
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([])
})

test('a scope is all, what is below a path, or what a change touched', () => {
  expect(scopeOfPaths([]).map(({ target }) => target)).toEqual(TARGETS)
  const ledger = scopeOfPaths(['subgraphs/service-time/src/ledger'])
  expect(ledger.map(({ target }) => target.name)).toEqual(['domain of service-time'])
  expect(ledger[0]?.mutate).toContain('subgraphs/service-time/src/ledger/domain/fill.ts')
  const file = 'subgraphs/service-time/src/ledger/domain/fill.ts'
  const touched = scopeOfChange([
    { file, from: 3, to: 4 },
    { file: 'README.md', from: 1, to: 1 },
  ])
  expect(touched.map(({ mutate }) => mutate)).toEqual([[`${file}:3-4`]])
  expect(scopeOfChange([{ file: 'README.md', from: 1, to: 1 }])).toEqual([])
})

test('what is explained is a line that is there, and once', () => {
  const explained = readExplained()
  expect(new Set(explained.map((one) => JSON.stringify(one))).size).toBe(explained.length)
  const stale = explained.filter(({ file, line }) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
    return !lines.some((each) => each.replaceAll(/\s+/g, ' ').trim() === line)
  })
  expect(stale).toEqual([])
})
