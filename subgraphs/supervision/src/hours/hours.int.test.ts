import type { Circle } from '@kompetanse/directory/testing'
import { aPerson, commandOf } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { ServicePeriodEvent } from '@kompetanse/schema/events/service-time'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { conversationActs } from '../testing/conversations.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { onServicePeriod } from './persistence/consume.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
})

const END = new Date('2026-12-31T12:00:00Z')
const HOURS = `query ($representations: [_Any!]!, $year: Int!) { _entities(representations: $representations) { ... on Trainee {
  supervisionHours(year: $year) { year hours required requiredSoFar met basis groupHours unsupervisedDays
    running { startsOn hours required averagePerYear met }
    entries { totalCount edges { node { id on hours kind note version availableCommands recordedBy { displayName }
      history { totalCount edges { node { command on hours reason by { displayName } } } }
      source { ... on ConversationSummary { id status } } } } } } } } }`

interface Hours {
  readonly required: number
  readonly entries: {
    readonly totalCount: number
    readonly edges: { readonly node: Record<string, unknown> }[]
  }
}

async function hoursOf(actor: Actor, { year = 2026, now = END } = {}) {
  const representations = [{ __typename: 'Trainee', id: circle.trainee.personId }]
  const data = await graph.ask<{ _entities: { supervisionHours: Hours }[] }>(
    actor,
    HOURS,
    { representations, year },
    now,
  )
  return data._entities[0]?.supervisionHours as Hours
}

const aRecord = (rest: object = {}) => ({
  ...{ traineeId: circle.trainee.personId, on: '2026-09-01', hours: 1.5, note: 'Observert i praksis' },
  ...rest,
})

const record = (actor: Actor, rest: object = {}) => mutate(actor, 'recordSupervisionHours', aRecord(rest))

async function mutate(actor: Actor, mutation: string, input: object) {
  const seen = mutation === 'recordSupervisionHours' ? '' : '... on StaleVersion { currentVersion }'
  const others = `... on SupervisionHoursRefused { code } ... on NotFound { id } ${seen}`
  const document = commandOf(mutation, 'entry { id hours version }', others)
  return (await graph.ask<{ answer: { entry: { id: string } } }>(actor, document, { input })).answer
}

const aPeriod = (rest: Partial<ServicePeriodEvent> = {}): ServicePeriodEvent => ({
  ...{
    periodId: randomUUID(),
    traineeId: circle.trainee.personId,
    kind: 'OPEN_UNSELECTED_PRACTICE',
    share: 10_000,
  },
  ...{ startsOn: '2026-01-01', endsOn: null, unsupervised: [], status: 'SIGNED', version: 1 },
  ...{ enterpriseName: 'Nordvåg kommune', position: 'LIS3', command: 'SIGN', request: null },
  ...{ byId: randomUUID(), onBehalfOfId: null, at: '2026-02-01T12:00:00.000Z' },
  ...rest,
})

describe('B06 the ledger of hours', () => {
  test('a finalised conversation counts by its length, other supervision by what the mentor recorded', async () => {
    const { mentor, trainee } = circle
    const id = await acts.finalised(mentor, trainee)
    await record(mentor)
    const { entries, ...hours } = await hoursOf(trainee)
    expect(hours).toEqual({
      ...{ year: 2026, hours: 3, required: 42, requiredSoFar: 42, met: false, basis: 'FULL_TIME_ASSUMED' },
      ...{ groupHours: 0, unsupervisedDays: 0 },
      running: { startsOn: '2026-01-01', hours: 3, required: 42, averagePerYear: 3, met: false },
    })
    expect(entries.totalCount).toBe(2)
    expect(entries.edges.map(({ node }) => node)).toMatchObject([
      {
        on: '2026-09-24',
        hours: 1.5,
        kind: 'CONVERSATION',
        source: { id, status: 'FINALISED' },
        availableCommands: [],
      },
      {
        on: '2026-09-01',
        hours: 1.5,
        kind: 'OTHER_SUPERVISION',
        note: 'Observert i praksis',
        source: null,
      },
    ])
    const led = await hoursOf(circle.leader)
    expect(led.entries.edges.map(({ node }) => node['note'])).toEqual([null, null])
    const own = await hoursOf(mentor)
    expect(own.entries.edges[1]?.node['availableCommands']).toEqual(['CORRECT', 'REMOVE'])
  })

  test.each(['PART_1_HOSPITAL', 'PART_1_MUNICIPAL', 'HOSPITAL', 'RESEARCH', 'OTHER_SPECIALITY'] as const)(
    'time that is not served in a registered enterprise asks for no hours: %s',
    async (kind) => {
      await onServicePeriod(aPeriod({ kind, endsOn: '2026-06-30' }))
      await onServicePeriod(aPeriod({ startsOn: '2026-07-01' }))
      expect((await hoursOf(circle.trainee)).required).toBeCloseTo((42 * 184) / 365, 9)
    },
  )

  test('in proportion to the service time that is registered, and days without supervision as it says', async () => {
    const first = aPeriod({ share: 6_000, unsupervised: [{ startsOn: '2026-03-01', endsOn: '2026-03-14' }] })
    await onServicePeriod(first)
    const hours = await hoursOf(circle.trainee)
    expect(hours).toMatchObject({ basis: 'SERVICE_PERIODS', unsupervisedDays: 14 })
    expect(hours.required).toBeCloseTo(25.2, 9)
    await onServicePeriod({ ...first, share: 10_000, version: 3 })
    await onServicePeriod({ ...first, share: 5_000, version: 2 })
    expect((await hoursOf(circle.trainee)).required).toBeCloseTo(42, 9)
    await onServicePeriod({ ...first, status: 'REMOVED', version: 4 })
    expect(await hoursOf(circle.trainee)).toMatchObject({ basis: 'FULL_TIME_ASSUMED' })
  })

  test('who recorded corrects and removes; what a signature gave is not touched', async () => {
    const { mentor, trainee } = circle
    const { entry } = (await record(mentor)) as { entry: { id: string } }
    const correct = { entryId: entry.id, expectedVersion: 1, on: '2026-09-02', hours: 2, reason: 'Feil dag' }
    for (const mutation of ['correctSupervisionHours', 'removeSupervisionHours']) {
      const { entryId, expectedVersion, on, hours } = correct
      const key = { entryId, expectedVersion, reason: ' ' }
      const blank = mutation === 'correctSupervisionHours' ? { ...key, on, hours } : key
      expect(await mutate(mentor, mutation, blank)).toMatchObject({ code: 'REASON_REQUIRED' })
    }
    const other = await somebody('Ny Veileder')
    await relate('MENTOR', trainee.personId, other.personId)
    expect(await mutate(other, 'correctSupervisionHours', correct)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await mutate(circle.stranger, 'correctSupervisionHours', correct)).toMatchObject({
      __typename: 'NotFound',
    })
    const machine = aPerson('', { kind: 'machine', regionCode: 'HELSE_VEST' })
    for (const mutation of ['correctSupervisionHours', 'recordSupervisionHours']) {
      const input = mutation === 'correctSupervisionHours' ? correct : aRecord()
      expect(await mutate(machine, mutation, input)).toMatchObject({ __typename: 'NotFound' })
    }
    expect(await mutate(mentor, 'correctSupervisionHours', correct)).toMatchObject({
      entry: { hours: 2, version: 2 },
    })
    expect(await mutate(mentor, 'correctSupervisionHours', correct)).toEqual({
      ...{ __typename: 'StaleVersion', currentVersion: 2 },
    })
    const said = (actor: Actor) => hoursOf(actor).then(({ entries }) => entries.edges[0]?.node['history'])
    const by = { displayName: 'Mona Berg' }
    const recorded = { command: 'RECORD', on: '2026-09-01', hours: 1.5, reason: null, by }
    const corrected = { command: 'CORRECT', on: '2026-09-02', hours: 2, by }
    for (const actor of [mentor, trainee])
      expect(await said(actor)).toMatchObject({
        totalCount: 2,
        edges: [{ node: recorded }, { node: { ...corrected, reason: 'Feil dag' } }],
      })
    // Whoever follows the hours sees that they were changed; the words are for the two.
    expect(await said(circle.leader)).toMatchObject({ edges: [{}, { node: { ...corrected, reason: null } }] })
    const removal = { entryId: entry.id, expectedVersion: 2, reason: 'Ført to ganger' }
    expect(await mutate(mentor, 'removeSupervisionHours', removal)).toMatchObject({
      __typename: 'RemoveSupervisionHoursSuccess',
    })
    expect(await hoursOf(trainee)).toMatchObject({ hours: 0, entries: { totalCount: 0 } })
    const history = await database.changeHistory.findMany({
      where: { subjectId: entry.id },
      orderBy: { at: 'asc' },
    })
    expect(history.map(({ command }) => command).toSorted()).toEqual(['CORRECT', 'RECORD', 'REMOVE'])
    // What the note said before it was corrected is not lost.
    expect(history.find(({ command }) => command === 'RECORD')?.content).toEqual({
      ...{ on: '2026-09-01', minutes: 90, note: 'Observert i praksis' },
    })
    await acts.finalised(mentor, trainee)
    const signed = await database.supervisionHoursEntry.findFirstOrThrow({
      where: { traineeId: trainee.personId, kind: 'CONVERSATION' },
    })
    const touch = { entryId: signed.id, expectedVersion: 1, reason: 'Feil' }
    expect(await mutate(mentor, 'removeSupervisionHours', touch)).toMatchObject({ code: 'NOT_IN_THIS_STATE' })
  })

  test.each([
    ['the leader', 'leader', {}, { code: 'NOT_PERMITTED' }],
    ['the trainee', 'trainee', {}, { code: 'NOT_PERMITTED' }],
    ['a stranger', 'stranger', {}, { __typename: 'NotFound' }],
    ['no time at all', 'mentor', { hours: 0 }, { code: 'HOURS_INVALID' }],
    ['more than a day', 'mentor', { hours: 25 }, { code: 'HOURS_INVALID' }],
    ['tomorrow', 'mentor', { on: '2026-09-16' }, { code: 'DATE_IN_FUTURE' }],
    ['a patient', 'mentor', { note: 'Pasient 010100 12356' }, { code: 'NATIONAL_ID_FOUND' }],
  ] as const)('refused: %s', async (_name, who, rest, expected) => {
    expect(await record(circle[who], rest)).toMatchObject(expected)
  })

  test('B06 a year’s report for those whom one follows, by name and in pages', async () => {
    const { mentor, trainee, leader } = circle
    await acts.finalised(mentor, trainee)
    const other = await somebody('Bo Vik', true)
    await relate('LEADER', other.personId, leader.personId)
    const query = `query ($first: Int, $after: String) { supervisionHoursReport(year: 2026, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { trainee { displayName } hours required } } } }`
    type Report = { supervisionHoursReport: { pageInfo: { endCursor: string } } }
    const first = await graph.ask<Report>(leader, query, { first: 1 }, END)
    expect(first).toMatchObject({
      supervisionHoursReport: {
        ...{ totalCount: 2, pageInfo: { hasNextPage: true } },
        edges: [{ node: { trainee: { displayName: 'Ada Solheim' }, hours: 1.5, required: 42 } }],
      },
    })
    const after = first.supervisionHoursReport.pageInfo.endCursor
    expect(await graph.ask(leader, query, { first: 1, after }, END)).toMatchObject({
      supervisionHoursReport: { edges: [{ node: { trainee: { displayName: 'Bo Vik' }, hours: 0 } }] },
    })
    expect(await graph.ask(circle.stranger, query, {}, END)).toMatchObject({
      supervisionHoursReport: { totalCount: 0 },
    })
  })

  test('B06 every year since training began, newest first', async () => {
    await acts.finalised(circle.mentor, circle.trainee)
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
      supervisionYears { year hours required } } } }`
    const representations = [{ __typename: 'Trainee', id: circle.trainee.personId }]
    const now = new Date('2027-02-01T12:00:00Z')
    expect(await graph.ask(circle.trainee, query, { representations }, now)).toEqual({
      _entities: [
        {
          supervisionYears: [
            { year: 2027, hours: 0, required: 42 },
            { year: 2026, hours: 1.5, required: 42 },
          ],
        },
      ],
    })
    expect(await graph.ask(circle.supervisor, query, { representations }, now)).toEqual({ _entities: [null] })
  })

  test('B06 F135 gaps between conversations are offered', async () => {
    await acts.finalised(circle.mentor, circle.trainee)
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
      supervisionGaps(startsOn: "2026-07-01", endsOn: "2026-12-31") { startsOn endsOn days } } } }`
    const representations = [{ __typename: 'Trainee', id: circle.trainee.personId }]
    expect(await graph.ask(circle.trainee, query, { representations }, NOON)).toEqual({
      _entities: [{ supervisionGaps: [{ startsOn: '2026-07-01', endsOn: '2026-09-15', days: 77 }] }],
    })
    expect(await graph.ask(circle.trainee, query, { representations }, END)).toEqual({
      _entities: [
        {
          supervisionGaps: [
            { startsOn: '2026-07-01', endsOn: '2026-09-23', days: 85 },
            { startsOn: '2026-09-25', endsOn: '2026-12-31', days: 98 },
          ],
        },
      ],
    })
  })
})
