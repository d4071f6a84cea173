import { randomUUID } from 'node:crypto'
import {
  aPerson,
  ask,
  choiceTests,
  commandOf,
  type Choice,
  type ChoiceCases,
} from '@kompetanse/graph/testing'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { afterAll, beforeAll, expect } from 'vitest'
import { database, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { seedCurriculum } from '../seed/seed.ts'

const directorate = aPerson('0190a1b2-0000-7000-8000-00000000000b', {
  grants: [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }],
})
const region = aPerson('0190a1b2-0000-7000-8000-00000000000c', {
  grants: [{ role: 'REGIONAL_ADMIN', regionCode: 'HELSE_VEST', enterpriseId: null }],
})

let own: TestSubgraph
beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seedCurriculum()
})
afterAll(() => own.stop())

type Mutation = 'setTrackPlans' | 'proposeTrackPlans'

async function send(mutation: Mutation, given: object) {
  const query = commandOf(mutation, '', '... on CurriculumRefused { code }')
  const proposes = mutation === 'proposeTrackPlans'
  const input = { assignsAutomatically: false, ...given, ...(proposes && { reason: 'Bedre.' }) }
  const actor = proposes ? region : directorate
  const { data, errors } = await ask(schema, { actor, query, variables: { input } })
  expect(errors).toBeUndefined()
  return data?.['answer'] as { __typename: string; code?: string }
}

const ALM = { where: { code: 'ALM' }, include: { plans: true } } as const
const alm = () => database.track.findUniqueOrThrow(ALM)
const none = randomUUID()

async function templates(mutation: Mutation): Promise<Choice> {
  const { version } = await alm()
  const { id: ofVersion, templateId } = await database.planVersion.findFirstOrThrow()
  return {
    choose: (id) => send(mutation, { trackCode: 'ALM', expectedVersion: version, planTemplateIds: [id] }),
    refused: {
      'a version in the place of its template': [ofVersion, 'NotFound'],
      none: [none, 'NotFound'],
      'no id': ['ALM', 'NotFound'],
    },
    taken: templateId,
  }
}

async function tracks(mutation: Mutation): Promise<Choice> {
  const { version, plans } = await alm()
  const planTemplateIds = plans.map(({ templateId }) => templateId)
  return {
    choose: (trackCode) => send(mutation, { trackCode, expectedVersion: version, planTemplateIds }),
    refused: { 'no track': ['XYZ', 'NotFound'], 'an id': [none, 'NotFound'] },
    taken: 'ALM',
  }
}

const CASES: ChoiceCases = {
  'setTrackPlans.planTemplateIds': () => templates('setTrackPlans'),
  'setTrackPlans.trackCode': () => tracks('setTrackPlans'),
  'proposeTrackPlans.planTemplateIds': () => templates('proposeTrackPlans'),
  'proposeTrackPlans.trackCode': () => tracks('proposeTrackPlans'),
}

choiceTests(schema, CASES, () => own.contents())
