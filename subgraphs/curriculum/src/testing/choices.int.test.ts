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
import type { Actor } from '@kompetanse/schema/actor-token'
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

function send(mutation: Mutation, given: object) {
  const proposes = mutation === 'proposeTrackPlans'
  const input = { assignsAutomatically: false, ...given, ...(proposes && { reason: 'Bedre.' }) }
  return sendBy(proposes ? region : directorate, mutation, input)
}

async function sendBy(actor: Actor, mutation: string, input: object) {
  const query = commandOf(mutation, '', '... on CurriculumRefused { code }')
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

/** Who administers two regions acts for either of them. */
const ofTwo = aPerson('0190a1b2-0000-7000-8000-00000000000d', {
  grants: (['HELSE_VEST', 'HELSE_NORD'] as const).map((regionCode) => ({
    ...{ role: 'REGIONAL_ADMIN', enterpriseId: null, regionCode },
  })),
})

const regions = (mutation: string, input: object): Choice => ({
  choose: (regionCode) => sendBy(ofTwo, mutation, { ...input, regionCode }),
  refused: { 'one that another administers': ['HELSE_MIDT', 'NOT_PERMITTED'] },
  taken: 'HELSE_NORD',
})

async function ofActivity() {
  const where = { origin: 'PORTAL_DEFAULT' as const, retired: false }
  const { id, version } = await database.activityDefinition.findFirstOrThrow({ where })
  return { activityDefinitionId: id, expectedVersion: version, reason: 'Uklart.' }
}

const CASES: ChoiceCases = {
  'setTrackPlans.planTemplateIds': () => templates('setTrackPlans'),
  'setTrackPlans.trackCode': () => tracks('setTrackPlans'),
  'proposeTrackPlans.planTemplateIds': () => templates('proposeTrackPlans'),
  'proposeTrackPlans.trackCode': () => tracks('proposeTrackPlans'),
  'proposeTrackPlans.regionCode': async () => {
    const { version: expectedVersion, plans } = await alm()
    const planTemplateIds = plans.map(({ templateId }) => templateId)
    const input = { trackCode: 'ALM', expectedVersion, planTemplateIds, reason: 'Bedre.' }
    return regions('proposeTrackPlans', { ...input, assignsAutomatically: false })
  },
  'proposeActivityEdit.regionCode': async () =>
    regions('proposeActivityEdit', { ...(await ofActivity()), title: 'Klarere' }),
  'proposeActivityRetirement.regionCode': async () =>
    regions('proposeActivityRetirement', await ofActivity()),
  'addLearningActivityDefinition.regionCode': async () => {
    const { id } = await database.goalDefinition.findFirstOrThrow()
    const input = { goalDefinitionIds: [id], kind: 'SIGNED', title: 'Egen' }
    return regions('addLearningActivityDefinition', input)
  },
}

choiceTests(schema, CASES, () => own.contents())
