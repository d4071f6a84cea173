import { randomUUID } from 'node:crypto'
import {
  answeredBy,
  aPerson,
  contentFields,
  contentTests,
  everythingOf,
  officeOf,
  officeReaders,
} from '@kompetanse/graph/testing'
import type { Actor, OpenRecord } from '@kompetanse/schema/actor-token'
import { ROLES, type RelationKind, type Role } from '@kompetanse/schema/roles'
import { isInputObjectType, type GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDownloadable } from '../attachments/persistence/find-downloadable.ts'
import { noScanner } from '../attachments/scanning/scanner.ts'
import { schema } from '../schema.ts'
import { NOON, startTestGraph, type TestGraph } from './graph.ts'
import { aFullRecord, type FullRecord } from './record.ts'
import { relate, somebody } from './world.ts'

let graph: TestGraph
let full: FullRecord
beforeAll(async () => {
  graph = await startTestGraph()
  full = await aFullRecord(graph)
})
afterAll(() => graph.stop())

/** Texts that nobody wrote in a trainee's record, and what they are instead. */
const NOT_CONTENT: Readonly<Record<string, string>> = {
  'ApprovalBasis.guideline': 'from a leader to a delegate, of no trainee',
  'ApproverChoice.guideline': 'from a leader to a delegate, of no trainee',
  'Attachment.mediaType': 'from a closed list',
  'Delegation.guideline': 'from a leader to a delegate, of no trainee',
  'LearningActivityDefinition.title': 'published in a plan',
  'LearningGoalDefinition.code': 'published in a plan',
  'LearningGoalDefinition.wording': 'published in a plan',
  'Person.displayName': 'a name',
  'PlanTemplate.title': 'published in a plan',
  'PlanVersion.label': 'published in a plan',
  'Track.code': 'a name',
  'Track.name': 'a name',
  'Trainee.displayName': 'a name',
  'Trainee.position': 'from a closed list',
  'Unit.name': 'a name',
}

/** What a mutation answers its own sender with. */
const isOwn = (coordinate: string) => coordinate.split('.')[0]?.endsWith('Success')

contentTests(schema, { notContent: NOT_CONTENT, digests: 5 })

type Reads = 'all' | readonly string[]
const ITEMS = [
  ...['activity 1', 'activity 2', 'activity 3', 'activity 4', 'activity 5', 'activity 6'],
  ...['goal 1', 'goal 2', 'supervisor'],
]

/** Every kind of reader → whose words it reads. */
async function readers(): Promise<Record<string, readonly [Actor, Reads]>> {
  const { crew, signer, delegate } = full
  const traineeId = crew.trainee.personId
  const place = await graph.own.database.person.findUniqueOrThrow({ where: { id: traineeId } })
  const former = await somebody('Tidligere Veileder')
  await relate('MENTOR', traineeId, former.personId, { validTo: '2026-09-14' })
  const office = officeOf(crew.stranger.personId)
  const until = (iso: string, id = traineeId): OpenRecord[] => [{ traineeId: id, until: iso }]
  const opened = until('2026-09-15T11:00:00Z')
  const machine = {
    ...aPerson(''),
    kind: 'machine' as const,
    ...(place.regionCode && { regionCode: place.regionCode }),
  }
  const related: Record<RelationKind, readonly [Actor, Reads]> = {
    LEADER: [crew.leader, 'all'],
    MENTOR: [crew.mentor, 'all'],
    // Who has said something reads that.
    SUPERVISOR: [crew.supervisor, ['supervisor']],
  }
  const none = { LOCAL_ADMIN: [], REGIONAL_ADMIN: [], SUPPORT: [], DIRECTORATE: [] }
  const all: Record<Role, Reads> = {
    LOCAL_ADMIN: 'all',
    REGIONAL_ADMIN: 'all',
    SUPPORT: 'all',
    DIRECTORATE: 'all',
  }
  return {
    'the trainee': [crew.trainee, 'all'],
    ...related,
    'the leader’s deputy': [crew.deputy, 'all'],
    'the mentor of until yesterday': [former, []],
    'who signed an activity': [signer, ['activity 1']],
    'who was asked to approve a goal': [delegate, ['activity 4', 'activity 5', 'activity 6', 'goal 2']],
    'a stranger': [crew.stranger, []],
    ...officeReaders<Reads>(crew.stranger.personId, place, none),
    ...officeReaders(crew.stranger.personId, place, all, opened),
    'support, who opened it an hour ago': [office('SUPPORT', {}, until(NOON.toISOString())), []],
    'support, who opened another': [
      office('SUPPORT', {}, until('2026-09-15T11:00:00Z', crew.mentor.personId)),
      [],
    ],
    'an administrator of elsewhere, who opened it': [
      office('LOCAL_ADMIN', { enterpriseId: randomUUID() }, opened),
      [],
    ],
    'whose role was revoked since': [aPerson(crew.stranger.personId, { openRecords: opened }), []],
    'a machine': [machine, []],
    'a machine, with a record opened': [{ ...machine, openRecords: opened }, []],
  }
}

/** What leads back, or to other rows of the same types, whose fields have the same guards. */
const ONWARD = [
  'LearningGoal.trainee',
  'LearningGoal.assignedPlan',
  'LearningActivity.trainee',
  'LearningActivity.goals',
]

/** Everything that each goal and each activity says. */
async function crawl(actor: Actor) {
  const { goalIds, activityIds } = full
  const ways = { LearningGoal: goalIds, LearningActivity: activityIds }
  const fields = new Set<string>()
  const words = new Set<string>()
  let counts = 0
  for (const [name, ids] of Object.entries(ways)) {
    const type = graph.schema.getType(name) as GraphQLObjectType
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on ${name} ${everythingOf(type, ONWARD)} } }`
    const of = ids.map((id) => ({ __typename: name, id }))
    const { _entities: rows } = await graph.ask<{ _entities: unknown[] }>(actor, query, { of })
    for (const row of rows) for (const field of answeredBy(type, row)) fields.add(field)
    for (const [, item = ''] of JSON.stringify(rows).matchAll(/«([^»]+)»/g)) words.add(item)
    counts += countedIn(rows)
  }
  return { words: [...words].toSorted(), fields, counts }
}

/** What the counts of comments and attachments add up to, wherever they stand in an answer. */
function countedIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + countedIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, inner]) => {
    const own = ['comments', 'attachments'].includes(name) ? (inner as { totalCount: number }).totalCount : 0
    return sum + own + countedIn(inner)
  }, 0)
}

describe('B32 who reads what in a record', () => {
  test('the trainee reads every field of content there is', async () => {
    const { fields, words, counts } = await crawl(full.crew.trainee)
    expect(counts).toBeGreaterThan(0)
    const content = contentFields(graph.schema).filter((coordinate) => !isOwn(coordinate))
    expect(content.filter((coordinate) => !fields.has(coordinate))).toEqual([])
    expect(words).toEqual(ITEMS)
  })

  test('every kind of reader, in every field', async () => {
    for (const [who, [actor, reads]] of Object.entries(await readers())) {
      const { words } = await crawl(actor)
      expect([who, words]).toEqual([who, reads === 'all' ? ITEMS : reads])
    }
  })

  test('a reader of nothing is answered in no field of content, and no count tells', async () => {
    const content = contentFields(graph.schema)
    for (const [who, [actor, reads]] of Object.entries(await readers())) {
      if (reads.length > 0) continue
      const { fields, counts } = await crawl(actor)
      expect([who, content.filter((coordinate) => fields.has(coordinate)), counts]).toEqual([who, [], 0])
    }
  })

  test('the trainee’s record says how much of it the actor may read, and whether it may be opened', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Trainee { recordAccess { state closesAt mayOpen } } } }`
    const of = [{ __typename: 'Trainee', id: full.crew.trainee.personId }]
    const expected = (state: string, mayOpen = false) => ({
      recordAccess: { state, closesAt: state === 'OPENED' ? '2026-09-15T11:00:00.000Z' : null, mayOpen },
    })
    const all = await readers()
    const related: Record<RelationKind, object> = {
      LEADER: expected('OPEN'),
      MENTOR: expected('OPEN'),
      SUPERVISOR: expected('CLOSED'),
    }
    const ACCESS: Record<string, object | null> = {
      ...Object.fromEntries(Object.keys(all).map((who) => [who, null])),
      'the trainee': expected('OPEN'),
      ...related,
      'the leader’s deputy': expected('OPEN'),
      ...Object.fromEntries(ROLES.map((role) => [role, expected('CLOSED', true)])),
      ...Object.fromEntries(ROLES.map((role) => [`${role}, who opened it`, expected('OPENED', true)])),
      'support, who opened it an hour ago': expected('CLOSED', true),
      'support, who opened another': expected('CLOSED', true),
      'a machine': expected('CLOSED'),
      'a machine, with a record opened': expected('CLOSED'),
    }
    for (const [who, [actor]] of Object.entries(all)) {
      const { _entities: found } = await graph.ask<{ _entities: unknown[] }>(actor, query, { of })
      expect([who, found]).toEqual([who, [ACCESS[who]]])
    }
  })

  test('no search finds a word of the content, not even for who reads it', async () => {
    const inputs = Object.values(graph.schema.getTypeMap()).filter(isInputObjectType)
    const searching = inputs.filter((type) => 'search' in type.getFields()).map(({ name }) => name)
    const known = ['LearningActivityFilter', 'LearningGoalFilter', 'QueueFilter', 'TraineeFilter']
    expect(searching.toSorted()).toEqual(known)
    const query = `query ($search: String!, $plan: ID!) {
      signing: signingQueue(tab: SIGNED, scope: MY_TRAINEES, filter: { search: $search }) { totalCount }
      approval: approvalQueue(tab: REJECTED, scope: MY_TRAINEES, filter: { search: $search }) { totalCount }
      led: traineeOverview(scope: LED, filter: { search: $search }) { totalCount }
      assignedPlan(id: $plan) { goals(filter: { search: $search }) { totalCount }
        activities(filter: { search: $search }) { totalCount } } }`
    const found = async (search: string) => {
      const variables = { search, plan: full.crew.assignedPlanId }
      const answer = await graph.ask<object>(full.crew.leader, query, variables)
      return JSON.stringify(answer).match(/\d+/g)?.map(Number)
    }
    expect(await found('Ada')).toEqual([1, 1, 1, 0, 0])
    expect(await found('ALM-00')).toEqual([1, 1, 0, 2, 6])
    for (const item of ITEMS) expect([item, await found(`«${item}»`)]).toEqual([item, [0, 0, 0, 0, 0]])
  })

  test('files are downloaded by those who read what they are attached to', async () => {
    const files = ITEMS.filter((item) => item !== 'supervisor')
    for (const [who, [actor, reads]] of Object.entries(await readers())) {
      const got = await Promise.all(
        full.attachmentIds.map((id) => findDownloadable(id, actor, NOON, noScanner)),
      )
      const names = got.flatMap((file) => file?.fileName.replace(/«|».pdf/g, '') ?? []).toSorted()
      const expected = reads === 'all' ? files : files.filter((item) => reads.includes(item))
      expect([who, names]).toEqual([who, expected])
    }
  })
})
