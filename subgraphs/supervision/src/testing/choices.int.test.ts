import { randomUUID } from 'node:crypto'
import type { Circle } from '@kompetanse/directory/testing'
import { choiceTests, commandOf, type Choice, type ChoiceCases } from '@kompetanse/graph/testing'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { THURSDAY } from './conversations.ts'
import { aCircle, relate, somebody, startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let circle: Circle

beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => void (circle = await aCircle()))

interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly group?: { readonly id: string }
}

async function send(actor: Actor, mutation: string, input: object): Promise<Answer> {
  const refusals = {
    Conversation: '... on ConversationRefused { code }',
    Template: '... on ConversationTemplateRefused { code }',
    Group: '... on SupervisionGroupRefused { code }',
    Hours: '... on SupervisionHoursRefused { code }',
  }
  const [, refused] = Object.entries(refusals).findLast(([of]) => mutation.includes(of)) ?? []
  const success = mutation.includes('Group') ? 'group { id }' : ''
  const document = commandOf(mutation, success, refused)
  return (await graph.ask<{ answer: Answer }>(actor, document, { input })).answer
}

const none = randomUUID()

/** Trainees whom the circle's mentor may not choose: another's, one mentored before, one who has left. */
async function others() {
  const [foreign, former] = [await somebody('Fremmed Lege', true), await somebody('Var Før', true)]
  await relate('MENTOR', former.personId, circle.mentor.personId, { validTo: '2026-09-14' })
  const left = await somebody('Har Sluttet', true, { active: false })
  await relate('MENTOR', left.personId, circle.mentor.personId)
  const supervised = await somebody('Supervidert Lege', true)
  await relate('SUPERVISOR', supervised.personId, circle.mentor.personId)
  return {
    foreign: foreign.personId,
    former: former.personId,
    left: left.personId,
    supervised: supervised.personId,
  }
}

const meeting = { startsAt: THURSDAY, durationMinutes: 60, topics: ['Vakt'] }
const HELD = '2026-09-10T10:00:00.000Z'

async function toMeet(mutation: string, rest: object): Promise<Choice> {
  const { foreign, former, left, supervised } = await others()
  return {
    choose: (traineeId) => send(circle.mentor, mutation, { ...meeting, ...rest, traineeId }),
    refused: {
      'another’s': [foreign, 'NotFound'],
      'whom one mentored before': [former, 'RELATION_ENDED'],
      'who has left': [left, 'PERSON_LEFT'],
      'whom one supervises': [supervised, 'NOT_PERMITTED'],
      'no trainee': [circle.leader.personId, 'NotFound'],
      oneself: [circle.mentor.personId, 'NotFound'],
      nobody: [none, 'NotFound'],
    },
    taken: circle.trainee.personId,
  }
}

/** A group of the mentor's; `act` commands it with the version that is current. */
async function aGroup(members: readonly string[] = []) {
  const { group } = await send(circle.mentor, 'createSupervisionGroup', { name: 'Bergen', trackCode: 'ALM' })
  const groupId = group?.id ?? ''
  const act = async (mutation: string, input: object) => {
    const { version } = await database.supervisionGroup.findUniqueOrThrow({ where: { id: groupId } })
    return send(circle.mentor, mutation, { groupId, expectedVersion: version, ...input })
  }
  for (const traineeId of members) await act('addGroupMember', { traineeId, joinsOn: '2026-01-10' })
  return { groupId, act }
}

const present = (id: string) => ({ on: '2026-03-05', hours: 3, presentTraineeIds: [id] })
/** Only members of the day were at a meeting. */
const presentOnly = async (): Promise<Pick<Choice, 'refused' | 'taken'>> => ({
  refused: {
    'a trainee of one’s own who is no member': [(await others()).supervised, 'NOT_A_MEMBER'],
    'another’s': [(await others()).foreign, 'NOT_A_MEMBER'],
    oneself: [circle.mentor.personId, 'NOT_A_MEMBER'],
    nobody: [none, 'NOT_A_MEMBER'],
  },
  taken: circle.trainee.personId,
})

const administrator = (grant: Partial<Grant>): Actor => ({
  ...circle.stranger,
  grants: [{ role: 'LOCAL_ADMIN', enterpriseId: null, regionCode: null, ...grant }],
})

const CASES: ChoiceCases = {
  'inviteToConversation.traineeId': () => toMeet('inviteToConversation', {}),
  'recordHeldConversation.traineeId': () => toMeet('recordHeldConversation', { startsAt: HELD }),

  'recordSupervisionHours.traineeId': async () => {
    const { foreign, former, left, supervised } = await others()
    return {
      choose: (traineeId) =>
        send(circle.mentor, 'recordSupervisionHours', { traineeId, on: '2026-09-10', hours: 1 }),
      refused: {
        'another’s': [foreign, 'NotFound'],
        'whom one mentored before': [former, 'NotFound'],
        'whom one supervises': [supervised, 'NotFound'],
        'who has left': [left, 'NotFound'],
        oneself: [circle.mentor.personId, 'NotFound'],
        nobody: [none, 'NotFound'],
      },
      taken: circle.trainee.personId,
    }
  },

  'addGroupMember.traineeId': async () => {
    const { foreign, left } = await others()
    const { act } = await aGroup()
    const ofAnotherTrack = await somebody('Annet Spor', true, {
      trainee: {
        ...{ trackCode: 'SAM', trackName: 'LIS3 samfunnsmedisin', part: 'PART_3', position: 'LIS' },
        trainingStartedOn: '2026-01-01',
      },
    })
    await relate('MENTOR', ofAnotherTrack.personId, circle.mentor.personId)
    return {
      choose: (traineeId) => act('addGroupMember', { traineeId, joinsOn: '2026-01-10' }),
      refused: {
        'another’s, of another enterprise': [foreign, 'TRAINEE_NOT_ELIGIBLE'],
        'of another track': [ofAnotherTrack.personId, 'TRAINEE_NOT_ELIGIBLE'],
        'who has left': [left, 'TRAINEE_NOT_ELIGIBLE'],
        oneself: [circle.mentor.personId, 'TRAINEE_NOT_ELIGIBLE'],
        nobody: [none, 'TRAINEE_NOT_ELIGIBLE'],
      },
      taken: circle.trainee.personId,
    }
  },

  'removeGroupMember.traineeId': async () => {
    const { act } = await aGroup([circle.trainee.personId])
    return {
      choose: (traineeId) => act('removeGroupMember', { traineeId, leavesOn: '2026-09-01' }),
      ...(await presentOnly()),
    }
  },

  'recordGroupMeeting.presentTraineeIds': async () => {
    const { act } = await aGroup([circle.trainee.personId])
    return { choose: (id) => act('recordGroupMeeting', present(id)), ...(await presentOnly()) }
  },

  'correctGroupMeeting.presentTraineeIds': async () => {
    const { act, groupId } = await aGroup([circle.trainee.personId])
    await act('recordGroupMeeting', { ...present(''), presentTraineeIds: [] })
    const { id: meetingId } = await database.groupMeeting.findFirstOrThrow({ where: { groupId } })
    return {
      choose: (id) => act('correctGroupMeeting', { meetingId, ...present(id) }),
      ...(await presentOnly()),
    }
  },

  'createSupervisionGroup.trackCode': async () => ({
    choose: (trackCode) => send(circle.mentor, 'createSupervisionGroup', { name: 'Bergen', trackCode }),
    refused: { 'no track': ['XYZ', 'TRACK_UNKNOWN'], 'a person': [circle.trainee.personId, 'TRACK_UNKNOWN'] },
    taken: 'ALM',
  }),

  'addConversationTemplate.scope.enterpriseId': async () => {
    const own = brandId<'Enterprise'>(randomUUID())
    return {
      choose: (enterpriseId) =>
        send(administrator({ enterpriseId: own }), 'addConversationTemplate', {
          ...{ name: 'Første samtale', topics: ['Mål'], scope: { enterpriseId } },
        }),
      refused: {
        'one that another administers': [none, 'NOT_PERMITTED'],
        'no id': ['Bergen', 'NOT_PERMITTED'],
      },
      taken: own,
    }
  },

  'addConversationTemplate.scope.regionCode': async () => ({
    choose: (regionCode) =>
      send(administrator({ role: 'REGIONAL_ADMIN', regionCode: 'HELSE_VEST' }), 'addConversationTemplate', {
        ...{ name: 'Første samtale', topics: ['Mål'], scope: { regionCode } },
      }),
    refused: { 'one that another administers': ['HELSE_NORD', 'NOT_PERMITTED'] },
    taken: 'HELSE_VEST',
  }),
}

choiceTests(schema, CASES, () => graph.contents())
