import { globSync, readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { liveFields } from './testing.ts'

const root = `${import.meta.dirname}/../../../..`
const withLiveFields = globSync('schema/subgraphs/*.graphql', { cwd: root })
  .filter((file) => readFileSync(`${root}/${file}`, 'utf8').includes('type Subscription'))
  .map((file) => file.slice('schema/subgraphs/'.length, -'.graphql'.length))

it.each(withLiveFields)('B02 %s tries what becomes of its live fields when a right ends', (name) => {
  const tests = globSync(`subgraphs/${name}/src/**/revocation.int.test.ts`, { cwd: root })
  expect(tests).toHaveLength(1)
  expect(readFileSync(`${root}/${tests[0]}`, 'utf8')).toContain('liveFields(schema)')
})

it('a live field is one for each value of an enum that it takes, and is asked for what it needs', () => {
  const schema = buildSchema(`
    enum Scope { MINE OURS }
    type Query { a: Int }
    type Subscription { queue(scope: Scope! = MINE, after: ID): Int! record(traineeId: ID!, after: ID): Int! all: Int! }`)
  expect(liveFields(schema).map(({ key, document }) => [key, document('1')])).toEqual([
    ['queue(scope: MINE)', 'subscription { queue(scope: MINE) { __typename } }'],
    ['queue(scope: OURS)', 'subscription { queue(scope: OURS) { __typename } }'],
    ['record', 'subscription { record(traineeId: "1") { __typename } }'],
    ['all', 'subscription { all { __typename } }'],
  ])
})
