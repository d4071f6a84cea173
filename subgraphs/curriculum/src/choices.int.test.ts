import { randomUUID } from 'node:crypto'
import { aPerson, ask, choices, tryChoice, type Choice } from '@kompetanse/graph/testing'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, subgraph } from './database.ts'
import { schema } from './schema.ts'
import { seedCurriculum } from './seed/seed.ts'

const directorate = aPerson('0190a1b2-0000-7000-8000-00000000000b', {
  grants: [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }],
})

let own: TestSubgraph
beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seedCurriculum()
})
afterAll(() => own.stop())

async function setPlans(input: object) {
  const document = `mutation ($input: SetTrackPlansInput!) { answer: setTrackPlans(input: $input) { __typename
    ... on CurriculumRefused { code } } }`
  const variables = { input: { assignsAutomatically: false, ...input } }
  const { data, errors } = await ask(schema, { actor: directorate, query: document, variables })
  expect(errors).toBeUndefined()
  return data?.['answer'] as { __typename: string; code?: string }
}

const ALM = { where: { code: 'ALM' }, include: { plans: true } } as const
const alm = () => database.track.findUniqueOrThrow(ALM)
const none = randomUUID()

const CASES: Readonly<Record<string, () => Promise<Choice>>> = {
  'setTrackPlans.planTemplateIds': async () => {
    const { version } = await alm()
    const { id: ofVersion, templateId } = await database.planVersion.findFirstOrThrow()
    return {
      choose: (id) => setPlans({ trackCode: 'ALM', expectedVersion: version, planTemplateIds: [id] }),
      refused: {
        'a version in the place of its template': [ofVersion, 'NotFound'],
        none: [none, 'NotFound'],
        'no id': ['ALM', 'NotFound'],
      },
      taken: templateId,
    }
  },

  'setTrackPlans.trackCode': async () => {
    const { version, plans } = await alm()
    const planTemplateIds = plans.map(({ templateId }) => templateId)
    return {
      choose: (trackCode) => setPlans({ trackCode, expectedVersion: version, planTemplateIds }),
      refused: { 'no track': ['XYZ', 'NotFound'], 'an id': [none, 'NotFound'] },
      taken: 'ALM',
    }
  },
}

test('every choice is tried', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(choices(schema))
})

test.each(Object.entries(CASES))(
  '%s takes what there is to choose, and nothing else',
  async (_at, prepare) => {
    expect(await tryChoice(await prepare(), own.contents)).toEqual([])
  },
)
