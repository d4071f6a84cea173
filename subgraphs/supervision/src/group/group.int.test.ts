import type { Circle } from '@kompetanse/directory/testing'
import { commandOf } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { aCircle, relate, somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let circle: Circle
let bo: Actor
let groupId: string

beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
  bo = await somebody('Bo Vik', true)
  await relate('MENTOR', bo.personId, circle.mentor.personId)
  groupId =
    (await mutate(circle.mentor, 'createSupervisionGroup', { name: 'Bergen vest', trackCode: 'ALM' })).group
      ?.id ?? ''
})

interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly group?: { readonly id: string; readonly version: number }
}

async function mutate(actor: Actor, mutation: string, input: object): Promise<Answer> {
  const seen = '... on NotFound { id } ... on StaleVersion { currentVersion }'
  const others = `... on SupervisionGroupRefused { code } ${mutation === 'createSupervisionGroup' ? '' : seen}`
  const document = commandOf(mutation, 'group { id version availableCommands }', others)
  return (await graph.ask<{ answer: Answer }>(actor, document, { input })).answer
}

async function act(actor: Actor, mutation: string, input: object = {}) {
  const { version } = await database.supervisionGroup.findUniqueOrThrow({ where: { id: groupId } })
  return mutate(actor, mutation, { groupId, expectedVersion: version, ...input })
}
const join = (trainee: Actor, joinsOn = '2026-01-10') =>
  act(circle.mentor, 'addGroupMember', { traineeId: trainee.personId, joinsOn })
const meet = (present: readonly Actor[], rest: object = {}) => {
  const presentTraineeIds = present.map(({ personId }) => personId)
  return act(circle.mentor, 'recordGroupMeeting', {
    on: '2026-03-05',
    hours: 3,
    topic: 'Vakt',
    presentTraineeIds,
    ...rest,
  })
}

const READ = `query ($id: ID!) { supervisionGroup(id: $id) { name requiredHours requirementSource closedOn availableCommands
  members { edges { node { trainee { displayName } hours running leftOn } } }
  meetings { totalCount edges { node { id on hours topic present { displayName } } } } } }`
interface Read {
  supervisionGroup: { meetings: { edges: { node: { id: string; topic: string | null } }[] } }
}

describe('B06 a group and its hours', () => {
  test('120 hours for general practice; each who was there gets the meeting’s hours', async () => {
    await join(circle.trainee)
    await join(bo)
    await meet([circle.trainee, bo])
    await meet([circle.trainee], { on: '2026-03-19', hours: 2.5 })
    expect(await graph.ask(circle.mentor, READ, { id: groupId })).toMatchObject({
      supervisionGroup: {
        ...{ name: 'Bergen vest', requiredHours: 120, closedOn: null },
        members: {
          edges: [
            { node: { trainee: { displayName: 'Ada Solheim' }, hours: 5.5, running: true, leftOn: null } },
            { node: { trainee: { displayName: 'Bo Vik' }, hours: 3 } },
          ],
        },
        meetings: {
          totalCount: 2,
          edges: [
            { node: { on: '2026-03-19', hours: 2.5, present: [{ displayName: 'Ada Solheim' }] } },
            {
              node: {
                on: '2026-03-05',
                present: [{ displayName: 'Ada Solheim' }, { displayName: 'Bo Vik' }],
              },
            },
          ],
        },
      },
    })
    const ledger = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
      supervisionHours(year: 2026) { hours groupHours entries { edges { node { kind hours source { ... on SupervisionGroup { name } } } } } } } } }`
    const representations = [{ __typename: 'Trainee', id: circle.trainee.personId }]
    const source = { name: 'Bergen vest' }
    expect(await graph.ask(circle.trainee, ledger, { representations })).toEqual({
      _entities: [
        {
          supervisionHours: {
            ...{ hours: 0, groupHours: 5.5 },
            entries: {
              edges: [
                { node: { kind: 'GROUP', hours: 2.5, source } },
                { node: { kind: 'GROUP', hours: 3, source } },
              ],
            },
          },
        },
      ],
    })
    const entries = await database.supervisionHoursEntry.findMany({
      where: { traineeId: circle.trainee.personId },
    })
    expect(entries.map(({ kind, minutes }) => [kind, minutes]).toSorted()).toEqual([
      ['GROUP', 150],
      ['GROUP', 180],
    ])
  })

  test('a meeting that was recorded wrongly is recorded as it was, and the hours follow', async () => {
    await join(circle.trainee)
    await join(bo)
    await meet([circle.trainee, bo])
    const { supervisionGroup } = await graph.ask<Read>(circle.mentor, READ, { id: groupId })
    const meetingId = supervisionGroup.meetings.edges[0]?.node.id
    const corrected = { meetingId, on: '2026-03-06', hours: 2, presentTraineeIds: [bo.personId] }
    expect(await act(circle.mentor, 'correctGroupMeeting', corrected)).toMatchObject({
      group: { id: groupId },
    })
    expect(
      await database.supervisionHoursEntry.findMany({ where: { meetingId: meetingId ?? '' } }),
    ).toMatchObject([{ traineeId: bo.personId, minutes: 120, on: new Date('2026-03-06') }])
  })

  test('a fellow member sees the names, but the hours of nobody else', async () => {
    await join(circle.trainee)
    await join(bo)
    await meet([circle.trainee, bo])
    expect(await graph.ask(bo, READ, { id: groupId })).toMatchObject({
      supervisionGroup: {
        availableCommands: [],
        members: {
          edges: [{ node: { trainee: { displayName: 'Ada Solheim' }, hours: null } }, { node: { hours: 3 } }],
        },
      },
    })
    const beyond = `query ($id: ID!) { supervisionGroup(id: $id) { members { edges { node { trainee { id
      conversationSummaries { totalCount } supervisionHours(year: 2026) { hours } lastConversation { id } } } } } } }`
    const nothing = {
      conversationSummaries: { totalCount: 0 },
      supervisionHours: null,
      lastConversation: null,
    }
    expect(await graph.ask(bo, beyond, { id: groupId })).toMatchObject({
      supervisionGroup: {
        members: {
          edges: [
            { node: { trainee: { id: circle.trainee.personId, ...nothing } } },
            { node: { trainee: { supervisionHours: { hours: 0 } } } },
          ],
        },
      },
    })
    expect(await graph.ask(circle.stranger, READ, { id: groupId })).toEqual({ supervisionGroup: null })
    expect(await graph.ask(circle.leader, READ, { id: groupId })).toMatchObject({
      supervisionGroup: { name: 'Bergen vest' },
    })
  })

  test('who has left sees the meetings with them, and neither later ones nor who is in the group', async () => {
    await join(circle.trainee)
    await join(bo)
    await meet([circle.trainee, bo])
    const ada = circle.trainee.personId
    await act(circle.mentor, 'removeGroupMember', { traineeId: ada, leavesOn: '2026-03-10' })
    await meet([bo], { on: '2026-03-19', topic: 'Etter' })
    expect(await graph.ask(bo, READ, { id: groupId })).toMatchObject({
      supervisionGroup: { members: { edges: [{}, {}] }, meetings: { totalCount: 2 } },
    })
    for (const former of [circle.trainee, circle.leader])
      expect(await graph.ask(former, READ, { id: groupId })).toEqual({ supervisionGroup: null })
    const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
      supervisionHours(year: 2026) { entries { edges { node { source { ... on SupervisionGroup {
        members { totalCount edges { node { trainee { displayName } } } } meetings { totalCount edges { node { topic } } } } } } } } } } } }`
    const representations = [{ __typename: 'Trainee', id: ada }]
    const group = {
      members: { totalCount: 1, edges: [{ node: { trainee: { displayName: 'Ada Solheim' } } }] },
      meetings: { totalCount: 1, edges: [{ node: { topic: 'Vakt' } }] },
    }
    expect(await graph.ask(circle.trainee, source, { representations })).toEqual({
      _entities: [{ supervisionHours: { entries: { edges: [{ node: { source: group } }] } } }],
    })
  })

  test('B32 the topic of a meeting is for who may read of somebody who was there, or is in the group', async () => {
    // Support follows everybody's supervision, and reads what is written of nobody; of the own trainee a mentor does.
    const grants = [{ role: 'SUPPORT', regionCode: null, enterpriseId: null }] as const
    const reader: Actor = { ...(await somebody('Rune Berg')), grants: [...grants] }
    await relate('MENTOR', circle.trainee.personId, reader.personId)
    await join(circle.trainee)
    await join(bo)
    await meet([circle.trainee, bo])
    const topics = async () => {
      const { supervisionGroup } = await graph.ask<Read>(reader, READ, { id: groupId })
      return supervisionGroup.meetings.edges.map(({ node }) => node.topic)
    }
    expect(await topics()).toEqual(['Vakt'])
    const ada = circle.trainee.personId
    await act(circle.mentor, 'removeGroupMember', { traineeId: ada, leavesOn: '2026-03-10' })
    await meet([bo], { on: '2026-03-19', topic: 'Etter' })
    expect(await topics()).toEqual([null, 'Vakt'])
  })

  test('refused', async () => {
    const create = (actor: Actor, rest: object = {}) =>
      mutate(actor, 'createSupervisionGroup', { name: 'Ny', trackCode: 'ALM', ...rest })
    expect(await create(circle.stranger)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await create(circle.trainee)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await create(circle.deputy)).toMatchObject({ __typename: 'CreateSupervisionGroupSuccess' })
    expect(await create(circle.mentor, { name: ' ' })).toMatchObject({ code: 'NAME_REQUIRED' })
    expect(await create(circle.mentor, { trackCode: 'XYZ' })).toMatchObject({ code: 'TRACK_UNKNOWN' })
    await join(circle.trainee)
    expect(await join(circle.trainee)).toMatchObject({ code: 'ALREADY_MEMBER' })
    expect(await join(await somebody('Cai', true))).toMatchObject({ code: 'TRAINEE_NOT_ELIGIBLE' })
    expect(await act(circle.leader, 'renameSupervisionGroup', { name: 'x' })).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect(await act(circle.stranger, 'renameSupervisionGroup', { name: 'x' })).toMatchObject({
      __typename: 'NotFound',
    })
    expect(await meet([bo])).toMatchObject({ code: 'NOT_A_MEMBER' })
    expect(
      await act(circle.mentor, 'renameSupervisionGroup', { name: 'x', expectedVersion: 1 }),
    ).toMatchObject({
      __typename: 'StaleVersion',
    })
    await act(circle.mentor, 'removeGroupMember', {
      traineeId: circle.trainee.personId,
      leavesOn: '2026-09-01',
    })
    expect(await act(circle.mentor, 'closeSupervisionGroup')).toMatchObject({
      group: { availableCommands: [] },
    })
    expect(await join(bo)).toMatchObject({ code: 'GROUP_CLOSED' })
  })

  test('90 hours for community medicine; none is named for occupational medicine', async () => {
    for (const [trackCode, requiredHours] of [
      ['SAM', 90],
      ['ARB', null],
    ] as const) {
      const training = {
        trackCode,
        trackName: trackCode,
        part: 'PART_3',
        position: 'LIS3',
        trainingStartedOn: '2026-01-01',
      } as const
      await somebody(`I ${trackCode}`, true, { trainee: training })
      const { group } = await mutate(circle.mentor, 'createSupervisionGroup', { name: trackCode, trackCode })
      expect(await graph.ask(circle.mentor, READ, { id: group?.id })).toMatchObject({
        supervisionGroup: { requiredHours },
      })
    }
  })

  test('two who add the same member at once: one is stale', async () => {
    const input = { groupId, expectedVersion: 1, traineeId: bo.personId, joinsOn: '2026-01-10' }
    const both = await Promise.all([1, 2].map(() => mutate(circle.mentor, 'addGroupMember', input)))
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'AddGroupMemberSuccess',
      'StaleVersion',
    ])
  })
})
