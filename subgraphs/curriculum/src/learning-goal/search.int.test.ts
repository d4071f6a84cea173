import { aPerson, ask } from '@kompetanse/graph/testing'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { seedCurriculum } from '../seed/seed.ts'

const actor = aPerson('0190a1b2-0000-7000-8000-00000000000a', { trainee: true })

let own: TestSubgraph
beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seedCurriculum()
})
afterAll(() => own.stop())

interface Found {
  readonly learningGoalDefinitions: {
    readonly totalCount: number
    readonly edges: readonly { readonly node: { readonly code: string } }[]
  }
}

async function find(search: string): Promise<{ totalCount: number; codes: string[] }> {
  const query = `query ($search: String!) { learningGoalDefinitions(first: 5, filter: { search: $search }) {
    totalCount edges { node { code } } } }`
  const { data, errors } = await ask(schema, { actor, query, variables: { search } })
  expect(errors).toBeUndefined()
  const { totalCount, edges } = (data as unknown as Found).learningGoalDefinitions
  return { totalCount, codes: edges.map(({ node }) => node.code) }
}

test('F037 a word is found in another inflection', async () => {
  expect((await find('behandlingsprosedyre allmennpraksis')).codes).toContain('ALM-063')
})

test('F037 the beginning of a code finds its goals', async () => {
  expect(await find('ØYE-11')).toEqual({ totalCount: 1, codes: ['ØYE-110'] })
})

test('signs that mean something to SQL or to the search are only text', async () => {
  expect(await find(`'%_"&|!:* --`)).toEqual({ totalCount: 0, codes: [] })
})

test('F037 what many goals hold is found in the order of the curriculum, the first 500', async () => {
  const holding = `FROM goal_definition WHERE wording ILIKE '%selvstendig%'`
  const { rows: all } = await pool.query<{ code: string }>(`SELECT code ${holding} ORDER BY position`)
  expect(all.length).toBeGreaterThan(500)
  const codes = all.slice(0, 5).map(({ code }) => code)
  expect(await find('selvstendig')).toEqual({ totalCount: 500, codes })
})
