import { aPerson, ask, commandOf } from '@kompetanse/graph/testing'
import type { RegionCode } from '@kompetanse/schema/regions'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database, pool, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { seedCurriculum } from '../seed/seed.ts'

const somebody = (last: string, ...grants: Actor['grants']) =>
  aPerson(`0190a1b2-0000-7000-8000-0000000000${last}`, { grants })
const region = (regionCode: RegionCode) =>
  ({ role: 'REGIONAL_ADMIN', regionCode, enterpriseId: null }) as const
const west = somebody('01', region('HELSE_VEST'))
const colleague = somebody('02', region('HELSE_VEST'))
const north = somebody('03', region('HELSE_NORD'))
const directorate = somebody('04', { role: 'DIRECTORATE', regionCode: null, enterpriseId: null })
const local = somebody('05', { role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId('x') })
const support = somebody('06', { role: 'SUPPORT', regionCode: null, enterpriseId: null })

let own: TestSubgraph
let version = 1
let planTemplateIds: string[]

beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seedCurriculum()
})
afterAll(() => own.stop())
beforeEach(async () => {
  await database.proposal.updateMany({
    where: { status: 'OPEN' },
    data: { status: 'WITHDRAWN', decidedAt: new Date(), decidedById: west.personId },
  })
  const { plans, ...track } = await alm()
  version = track.version
  planTemplateIds = plans.map(({ templateId }) => templateId).toReversed()
})

const alm = () =>
  database.track.findUniqueOrThrow({
    where: { code: 'ALM' },
    include: { plans: { orderBy: { position: 'asc' } } },
  })

interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly id?: string
  readonly proposal?: { readonly id: string; readonly version: number; readonly status: string }
}

async function send(actor: Actor, mutation: string, input: object): Promise<Answer> {
  const others = `... on CurriculumRefused { code } ... on NotFound { id } ... on StaleVersion { currentVersion }`
  const query = commandOf(mutation, 'proposal { id version status }', others)
  const { data, errors } = await ask(schema, { actor, query, variables: { input } })
  expect(errors).toBeUndefined()
  return data?.['answer'] as Answer
}

const proposal = (rest: object = {}) => ({
  ...{ trackCode: 'ALM', expectedVersion: version, planTemplateIds, assignsAutomatically: true },
  ...{ reason: 'Rekkefølgen følger ikke utdanningsløpet.', ...rest },
})
const proposed = async (actor = west) => {
  const answer = await send(actor, 'proposeTrackPlans', proposal())
  expect(answer).toMatchObject({ proposal: { status: 'OPEN' } })
  return { proposalId: answer.proposal?.id ?? '', expectedVersion: 1 }
}

async function listed(actor: Actor) {
  const query = `{ curriculumProposals(filter: { status: [OPEN] }) { totalCount edges { node { id } } } }`
  const { data, errors } = await ask(schema, { actor, query })
  expect(errors).toBeUndefined()
  return (data as { curriculumProposals: { totalCount: number } }).curriculumProposals.totalCount
}

describe('B32 a region proposes what holds for the nation, and the Directorate answers', () => {
  test('proposed changes nothing; accepted does it as proposed, with who and why written down', async () => {
    const before = await alm()
    const answering = await proposed()
    expect(await alm()).toEqual(before)

    expect(await send(directorate, 'acceptProposal', { ...answering, comment: 'Enig.' })).toMatchObject({
      proposal: { status: 'ACCEPTED', version: 2 },
    })
    const after = await alm()
    expect(after.plans.map(({ templateId }) => templateId)).toEqual(planTemplateIds)
    expect(after.assignsPlansAutomatically).toBe(true)
    const history = await database.changeHistory.findMany({
      where: { subject: { in: ['ALM', answering.proposalId] } },
      orderBy: { id: 'asc' },
    })
    expect(history.slice(-3).map(({ command, byId }) => [command, byId])).toEqual([
      ['PROPOSE', west.personId],
      ['SET_PLANS', directorate.personId],
      ['ACCEPT', directorate.personId],
    ])
  })

  test('an edit of an activity that is accepted makes the Directorate’s successor', async () => {
    const { id, version: expectedVersion } = await database.activityDefinition.findFirstOrThrow({
      where: { origin: 'PORTAL_DEFAULT', retired: false },
    })
    const input = { activityDefinitionId: id, expectedVersion, title: 'Klarere ordlyd', reason: 'Uklart.' }
    const { proposal: made } = await send(west, 'proposeActivityEdit', input)
    await send(directorate, 'acceptProposal', { proposalId: made?.id, expectedVersion: 1 })
    expect(await database.activityDefinition.findFirst({ where: { successorOf: id } })).toMatchObject({
      ...{ title: 'Klarere ordlyd', origin: 'DIRECTORATE', ownerRegion: null },
    })
  })

  test('a retirement that is rejected leaves the activity, and tells why', async () => {
    const { id, version: expectedVersion } = await database.activityDefinition.findFirstOrThrow({
      where: { origin: 'PORTAL_DEFAULT', retired: false },
    })
    const input = { activityDefinitionId: id, expectedVersion, reason: 'Brukes ikke.' }
    const { proposal: made } = await send(west, 'proposeActivityRetirement', input)
    const answering = { proposalId: made?.id, expectedVersion: 1 }
    expect(await send(directorate, 'rejectProposal', { ...answering, comment: ' ' })).toMatchObject({
      code: 'COMMENT_REQUIRED',
    })
    await send(directorate, 'rejectProposal', { ...answering, comment: 'Den brukes i nord.' })
    const query = `query { curriculumProposals(first: 1) { edges { node { status isCurrent
      proposedBy { id } decision { by { id } comment } regionCode availableCommands
      change { __typename ... on ProposedActivityChange { activity { id } wording { title } } } } } } }`
    const { data } = await ask(schema, { actor: colleague, query })
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      curriculumProposals: {
        edges: [
          {
            node: {
              ...{ status: 'REJECTED', isCurrent: true, proposedBy: { id: west.personId } },
              decision: { by: { id: directorate.personId }, comment: 'Den brukes i nord.' },
              ...{ regionCode: 'HELSE_VEST', availableCommands: [] },
              change: { __typename: 'ProposedActivityChange', activity: { id }, wording: null },
            },
          },
        ],
      },
    })
    expect(await database.activityDefinition.findUnique({ where: { id } })).toMatchObject({ retired: false })
  })

  test('who is not of the region sees none of it, and answers as if there were none', async () => {
    const answering = await proposed()
    for (const [actor, count] of [
      [directorate, 1],
      [west, 1],
      [colleague, 1],
      [north, 0],
      [local, 0],
      [support, 0],
    ] as const)
      expect(await listed(actor)).toBe(count)
    for (const actor of [north, local, support])
      for (const mutation of ['acceptProposal', 'withdrawProposal'])
        expect(await send(actor, mutation, answering)).toEqual({
          __typename: 'NotFound',
          id: answering.proposalId,
        })
    expect(await send(west, 'acceptProposal', answering)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await send(colleague, 'withdrawProposal', answering)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await send(west, 'withdrawProposal', answering)).toMatchObject({
      proposal: { status: 'WITHDRAWN' },
    })
  })

  test('of two who answer at once one is told; what has changed since is not done', async () => {
    const [first, second] = [await proposed(), await proposed(north)]
    const both = await Promise.all([
      send(directorate, 'acceptProposal', first),
      send(directorate, 'acceptProposal', first),
    ])
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'AcceptProposalSuccess',
      'StaleVersion',
    ])
    expect(await send(directorate, 'acceptProposal', second)).toMatchObject({ code: 'SUBJECT_CHANGED' })
  })

  test('it is held to the rules of the command itself, and to a reason', async () => {
    const code = async (actor: Actor, rest: object = {}) => {
      const answer = await send(actor, 'proposeTrackPlans', proposal(rest))
      return answer.code ?? answer.__typename
    }
    expect(await code(west, { reason: ' \n' })).toBe('REASON_REQUIRED')
    expect(await code(west, { planTemplateIds: [] })).toBe('PLANS_REQUIRED')
    expect(await code(west, { planTemplateIds: [west.personId] })).toBe('NotFound')
    expect(await code(west, { expectedVersion: version - 1 })).toBe('StaleVersion')
    for (const actor of [directorate, local, support]) expect(await code(actor)).toBe('NOT_PERMITTED')
    expect(await database.proposal.count({ where: { status: 'OPEN' } })).toBe(0)
  })
})

test('B32 who administers two regions proposes for the one that they name', async () => {
  const both = somebody('07', region('HELSE_VEST'), region('HELSE_NORD'))
  const propose = (rest: object = {}) => send(both, 'proposeTrackPlans', proposal(rest))
  expect(await propose()).toMatchObject({ code: 'REGION_REQUIRED' })
  expect(await propose({ regionCode: 'HELSE_MIDT' })).toMatchObject({ code: 'NOT_PERMITTED' })
  const { proposal: made } = await propose({ regionCode: 'HELSE_NORD' })
  const kept = await database.proposal.findUniqueOrThrow({ where: { id: made?.id ?? '' } })
  expect(kept.regionCode).toBe('HELSE_NORD')
})

test('B32 what a region may change by itself it does not propose', async () => {
  const { id } = await database.activityDefinition.create({
    data: {
      id: crypto.randomUUID(),
      title: 'Egen',
      kind: 'SIGNED',
      origin: 'ENTERPRISE',
      ownerRegion: 'HELSE_VEST',
    },
  })
  const input = { activityDefinitionId: id, expectedVersion: 1, reason: 'Egen.' }
  expect(await send(west, 'proposeActivityRetirement', input)).toMatchObject({ code: 'NOT_PERMITTED' })
  expect(await send(north, 'proposeActivityRetirement', input)).toMatchObject({
    proposal: { status: 'OPEN' },
  })
})

test('B32 a page of proposals takes as many statements as one', async () => {
  const query = `query ($first: Int) { curriculumProposals(first: $first) { edges { node { id isCurrent availableCommands
    change {
      ... on ProposedTrackPlans { track { name planTemplates { title } } planTemplates { title } }
      ... on ProposedActivityChange { activity { title } }
    } } } } }`
  for (let i = 0; i < 6; i++) await proposed()
  const count = async (first: number) =>
    (await own.statements(() => ask(schema, { actor: directorate, query, variables: { first } }))).length
  expect(await count(6)).toBe(await count(1))
})

test('B32 the history of changes is written once', async () => {
  await proposed()
  for (const change of [
    'UPDATE change_history SET command = command',
    'DELETE FROM change_history',
    'DELETE FROM proposal',
  ])
    await expect(pool.query(change)).rejects.toThrow('permission denied')
})
