import { expect, it } from 'vitest'
import { compose } from './compose.ts'
import { publishedFiles, publishedOf } from './published-state.ts'

const composition = compose({ progress: 'type Query { goal: String }' })
if ('errors' in composition) throw new Error(composition.errors.join())
const web = { Goal: 'query Goal {\n  goal\n}\n', Other: 'query Other {\n  goal\n}\n' }
const files = publishedFiles(composition, { web, phone: { Goal: web.Goal } })
const [bundle = ''] = [files['operations/web.graphql']]

it('what is published is read as it was', () => {
  expect(publishedOf(files)).toEqual({
    api: composition.api,
    contracts: composition.contracts,
    operations: { web, phone: { Goal: web.Goal } },
    former: {},
    events: { payloads: {}, listeners: {} },
  })
})

it('what a client sent until lately is none of its operations', () => {
  const hash = 'a'.repeat(64)
  const former = `# ${hash} until 2026-06-15\nquery Gone { goal }\n`
  const state = publishedOf({ ...files, 'operations/former/web.graphql': former })
  expect(state?.former['web']?.map(({ until }) => until)).toEqual(['2026-06-15'])
  expect(state?.operations).toEqual(publishedOf(files)?.operations)
})

it('as it was written once, each operation is in a file of its own', () => {
  const single = {
    'api.graphql': composition.api,
    'operations/web/Goal.graphql': web.Goal,
    'operations/web/Other.graphql': web.Other,
  }
  expect(publishedOf(single)).toMatchObject({ operations: { web }, contracts: {} })
})

it('without a graph there is nothing', () => {
  const { 'api.graphql': _, ...others } = files
  expect(publishedOf(others)).toBeNull()
})

it.each([
  ['operations/web.graphql', bundle],
  ['operations/web/Goal.graphql', web.Goal],
  ['operations/former/web.graphql', `# ${'a'.repeat(64)} until 2026-06-15\nquery Gone { goal }\n`],
  ['contracts/region.graphql', composition.api],
])('of %s nothing is read where it does not belong', (path, text) => {
  const [folder = '', rest = ''] = path.split(/\/(.*)/)
  const elsewhere = [`old/${path}`, `${path}.orig`, `${folder}/one/two/${rest}`]
  const only = { 'api.graphql': composition.api }
  const misplaced = Object.fromEntries(elsewhere.map((place) => [place, text]))
  expect(publishedOf({ ...only, ...misplaced })).toEqual(publishedOf(only))
})
