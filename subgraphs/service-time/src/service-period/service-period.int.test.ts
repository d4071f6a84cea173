import { randomUUID } from 'node:crypto'
import type { Circle } from '@kompetanse/directory/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acts, stated, type PeriodData } from '../testing/acts.ts'
import { database } from '../database.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let doing: ReturnType<typeof acts>
let circle: Circle

beforeAll(async () => {
  graph = await startTestGraph()
  doing = acts(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await graph.aCircle()
})

const history = async ({ id }: PeriodData) =>
  (await database.servicePeriodHistory.findMany({ where: { periodId: id }, orderBy: { id: 'asc' } })).map(
    ({ command, status }) => `${command} ${status}`,
  )
const records = async ({ id }: PeriodData) =>
  database.decisionRecord.findMany({ where: { periodId: id }, orderBy: { id: 'asc' } })

describe('the way of a period', () => {
  test('F131 F133 F141 registered, sent, signed: who, when, on what', async () => {
    const { trainee, leader } = circle
    const period = await doing.registered(trainee)
    expect(period).toMatchObject({ status: 'REGISTERED', version: 1 })
    expect(period.availableCommands).toEqual(['EDIT', 'REMOVE', 'SEND_FOR_SIGNING'])
    const send = { signerId: leader.personId }
    const sent = (await doing.command(trainee, 'sendServicePeriodForSigning', period, send)).servicePeriod
    expect(sent).toMatchObject({ status: 'WAITING', version: 2 })
    const signed = await doing.command(leader, 'signServicePeriod', sent as PeriodData, { comment: ' Fint ' })
    expect(signed.servicePeriod).toMatchObject({ status: 'SIGNED', version: 3, availableCommands: [] })
    const [record, ...more] = await records(period)
    expect(more).toEqual([])
    expect(record).toMatchObject({
      outcome: 'SIGNED',
      byId: leader.personId,
      role: 'LEADER',
      comment: 'Fint',
    })
    expect(JSON.parse(record?.content ?? '')).toMatchObject({
      position: 'Fastlege',
      share: 10_000,
      version: 2,
    })
    expect(await history(period)).toEqual(['REGISTER REGISTERED', 'SEND_FOR_SIGNING WAITING', 'SIGN SIGNED'])
  })

  test('F134 the leader has no way back from a signature', async () => {
    const { trainee, leader } = circle
    const signed = await doing.signed(trainee, leader)
    for (const name of ['signServicePeriod', 'rejectServicePeriod'])
      expect(await doing.command(leader, name, signed, { comment: 'Angrer' })).toMatchObject({
        code: 'NOT_IN_THIS_STATE',
      })
    const edit = { details: stated() }
    expect(await doing.command(leader, 'editServicePeriod', signed, edit)).toMatchObject({
      code: 'NOT_PERMITTED',
    })
  })

  test('F136 F137 an edit of what is signed takes the signature’s effect away, with history; then it is sent again', async () => {
    const { trainee, leader } = circle
    const signed = await doing.signed(trainee, leader)
    const edit = await doing.command(trainee, 'editServicePeriod', signed, { details: stated({ fte: 0.8 }) })
    expect(edit).toMatchObject({ withdrewSignature: true, servicePeriod: { status: 'REGISTERED' } })
    const [, fell] = await records(signed)
    expect(fell).toMatchObject({ outcome: 'FELL_AWAY', byId: trainee.personId, role: 'TRAINEE' })
    expect(JSON.parse(fell?.content ?? '')).toMatchObject({ share: 10_000 })
    const told = await database.servicePeriodHistory.findFirstOrThrow({
      where: { periodId: signed.id, command: 'EDIT' },
    })
    const { version } = edit.servicePeriod as PeriodData
    expect(JSON.parse(told.content)).toMatchObject({ version, share: 8_000, request: null })
    const send = { signerId: leader.personId }
    const again = await doing.command(
      trainee,
      'sendServicePeriodForSigning',
      edit.servicePeriod as PeriodData,
      send,
    )
    expect(again.servicePeriod?.status).toBe('WAITING')
  })

  test('F136 removing what waits takes it out of the leader’s queue; its history stays', async () => {
    const { trainee, leader } = circle
    const sent = await doing.sent(trainee, leader)
    const removed = await doing.command(trainee, 'removeServicePeriod', sent)
    expect(removed).toMatchObject({ __typename: 'RemoveServicePeriodSuccess', withdrewSignature: false })
    expect(await doing.command(leader, 'signServicePeriod', sent)).toMatchObject({ __typename: 'NotFound' })
    expect((await history(sent)).at(-1)).toBe('REMOVE null')
    await expect(database.servicePeriod.delete({ where: { id: sent.id } })).rejects.toThrow()
  })

  test('F140 F141 rejected with a comment; corrected and sent again', async () => {
    const { trainee, leader } = circle
    const sent = await doing.sent(trainee, leader)
    expect(await doing.command(leader, 'rejectServicePeriod', sent, { comment: '  ' })).toMatchObject({
      code: 'COMMENT_REQUIRED',
    })
    const rejected = await doing.command(leader, 'rejectServicePeriod', sent, { comment: 'Det var 80 %' })
    expect(rejected.servicePeriod?.status).toBe('REJECTED')
    const details = stated({ fte: 0.8 })
    const edited = await doing.command(trainee, 'editServicePeriod', rejected.servicePeriod as PeriodData, {
      details,
    })
    expect(edited).toMatchObject({ withdrewSignature: false, servicePeriod: { status: 'REGISTERED' } })
  })

  test('F012 a deputy signs for the leader', async () => {
    const sent = await doing.sent(circle.trainee, circle.leader)
    await doing.command(circle.deputy, 'signServicePeriod', sent)
    expect(await records(sent)).toMatchObject([
      { byId: circle.deputy.personId, onBehalfOfId: circle.leader.personId, role: 'DEPUTY' },
    ])
  })

  test('F133 a signer who is no longer leader: sees it, cannot sign; the trainee sends it to the new one', async () => {
    const { trainee, leader } = circle
    const sent = await doing.sent(trainee, leader)
    await database.relation.updateMany({
      where: { personId: leader.personId },
      data: { validTo: new Date('2026-10-14') },
    })
    const refused = await doing.command(leader, 'signServicePeriod', sent)
    expect(refused).toMatchObject({ code: 'NOT_PERMITTED', current: { availableCommands: [] } })
    const newLeader = await graph.somebody('Ny Leder')
    await graph.relate('LEADER', trainee.personId, newLeader.personId)
    const send = { signerId: newLeader.personId }
    const again = await doing.command(trainee, 'sendServicePeriodForSigning', sent, send)
    expect(again.servicePeriod?.status).toBe('WAITING')
    expect(
      await doing.command(newLeader, 'signServicePeriod', again.servicePeriod as PeriodData),
    ).toMatchObject({ servicePeriod: { status: 'SIGNED' } })
  })

  test('F133 who is not leader, or has left, is not asked', async () => {
    const { trainee, mentor, leader } = circle
    const period = await doing.registered(trainee)
    const sendTo = (signerId: string) =>
      doing.command(trainee, 'sendServicePeriodForSigning', period, { signerId })
    expect(await sendTo(mentor.personId)).toMatchObject({ code: 'SIGNER_NOT_ELIGIBLE' })
    expect(await sendTo(trainee.personId)).toMatchObject({ code: 'OWN_PERIOD' })
    await database.person.update({ where: { id: leader.personId }, data: { active: false } })
    expect(await sendTo(leader.personId)).toMatchObject({ code: 'SIGNER_NOT_ELIGIBLE' })
  })
})

describe('two at once', () => {
  test('F133 two sign: one does, the other is told that it was changed', async () => {
    const sent = await doing.sent(circle.trainee, circle.leader)
    const answers = await Promise.all(
      [circle.leader, circle.deputy].map((actor) => doing.command(actor, 'signServicePeriod', sent)),
    )
    const names = answers.map(({ __typename }) => __typename).toSorted()
    expect(names).toEqual(['SignServicePeriodSuccess', 'StaleVersion'])
    expect(await records(sent)).toHaveLength(1)
  })

  test('F131 two half-stated overlaps cannot slip past one another', async () => {
    const both = await Promise.all([doing.register(circle.trainee), doing.register(circle.trainee)])
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'RegisterServicePeriodSuccess',
      'ServicePeriodRefused',
    ])
  })
})

describe('bad input', () => {
  const problems = async (rest: object, now = NOON) =>
    ((await doing.register(circle.trainee, rest, now)).problems ?? []).map(
      ({ code, part, index }) => `${code} ${part} ${index}`,
    )
  const sick = (startsOn: string, endsOn: string, share = 1) => ({
    absences: [{ kind: 'SICKNESS', startsOn, endsOn, share }],
  })

  test.each([
    [
      'F131 to before from',
      { startsOn: '2026-06-01', endsOn: '2026-05-31' },
      'ENDS_BEFORE_START PERIOD null',
    ],
    ['F131 zero percent', { fte: 0 }, 'SHARE_OUT_OF_RANGE PERIOD null'],
    ['F131 more than full time', { fte: 1.01 }, 'SHARE_OUT_OF_RANGE PERIOD null'],
    ['F131 less than nothing', { fte: -0.5 }, 'SHARE_OUT_OF_RANGE PERIOD null'],
    ['F131 begins tomorrow', { startsOn: '2026-10-16', endsOn: null }, 'STARTS_IN_FUTURE PERIOD null'],
    ['F131 thirty years', { startsOn: '1990-01-01' }, 'LONGER_THAN_30_YEARS PERIOD null'],
    ['F131 no place of work', { place: { name: '  ' } }, 'ENTERPRISE_MISSING PERIOD null'],
    [
      'F131 an unknown enterprise',
      { place: { enterpriseId: randomUUID() } },
      'ENTERPRISE_UNKNOWN PERIOD null',
    ],
    ['F131 an enterprise that is no id', { place: { enterpriseId: 'x' } }, 'ENTERPRISE_UNKNOWN PERIOD null'],
    ['F131 no position', { position: '' }, 'POSITION_MISSING PERIOD null'],
    ['F139 absence before the period', sick('2026-04-30', '2026-05-02'), 'OUTSIDE_PERIOD ABSENCE 0'],
    ['F139 absence after the period', sick('2026-09-30', '2026-10-01'), 'OUTSIDE_PERIOD ABSENCE 0'],
    ['F139 absence of nothing', sick('2026-06-01', '2026-06-02', 0), 'SHARE_OUT_OF_RANGE ABSENCE 0'],
    [
      'F139 no reason why there was no guidance',
      { unsupervisedPeriods: [{ startsOn: '2026-06-01', endsOn: '2026-06-02', reason: '\u0000 ' }] },
      'REASON_MISSING UNSUPERVISED 0',
    ],
  ])('%s', async (_name, rest, problem) => {
    expect(await problems(rest)).toEqual([problem])
  })

  test('F131 the day is Oslo’s: just after midnight it may begin today', async () => {
    const begins = { startsOn: '2026-10-16', endsOn: null }
    expect(await problems(begins, new Date('2026-10-15T21:59:00Z'))).toEqual(['STARTS_IN_FUTURE PERIOD null'])
    expect(await problems(begins, new Date('2026-10-15T22:01:00Z'))).toEqual([])
  })

  test('F131 the last day of February is a day in a leap year, and none in another', async () => {
    expect(await problems({ startsOn: '2024-02-29', endsOn: '2024-02-29' })).toEqual([])
    await expect(doing.register(circle.trainee, { startsOn: '2025-02-29' })).rejects.toThrow()
  })

  test('F131 above full time together is said with its first day, until it is explained', async () => {
    await doing.registered(circle.trainee, { fte: 0.5 })
    const more = { fte: 0.6, startsOn: '2026-09-01', endsOn: null }
    const refused = await doing.register(circle.trainee, more)
    expect(refused.problems).toMatchObject([{ code: 'OVERLAP_NOT_EXPLAINED', occursOn: '2026-09-01' }])
    const overlapReason = 'Legevakt ved siden av'
    expect(await problems({ ...more, overlapReason })).toEqual([])
  })

  test('F131 a text of 10,000 characters is kept whole, one more is refused', async () => {
    const position = 'ø'.repeat(10_000)
    expect(await problems({ position, startsOn: '2020-01-01', endsOn: '2020-01-31' })).toEqual([])
    await expect(doing.register(circle.trainee, { position: `${position}x` })).rejects.toMatchObject({
      extensions: { code: 'TEXT_TOO_LONG' },
    })
  })

  test('F131 a refused edit changes nothing', async () => {
    const signed = await doing.signed(circle.trainee, circle.leader)
    const details = stated({ endsOn: '2026-04-01' })
    const refused = await doing.command(circle.trainee, 'editServicePeriod', signed, { details })
    expect(refused).toMatchObject({ code: 'PERIOD_INVALID', current: { status: 'SIGNED', version: 3 } })
  })

  test('F131 only a trainee states their own', async () => {
    const input = { traineeId: circle.trainee.personId, details: stated() }
    for (const actor of [circle.leader, circle.mentor, circle.stranger])
      expect(await doing.act(actor, 'registerServicePeriod', input)).toMatchObject({ __typename: 'NotFound' })
  })
})

test('F132 a kind that needs no signature counts without one, and is not sent', async () => {
  const period = await doing.registered(circle.trainee, { kind: 'PART_1_HOSPITAL' })
  expect(period.availableCommands).toEqual(['EDIT', 'REMOVE'])
  const send = { signerId: circle.leader.personId }
  expect(await doing.command(circle.trainee, 'sendServicePeriodForSigning', period, send)).toMatchObject({
    code: 'SIGNATURE_NOT_NEEDED',
  })
})
