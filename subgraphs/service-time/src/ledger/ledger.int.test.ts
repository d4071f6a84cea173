import type { Circle } from '@kompetanse/directory/testing'
import { aPerson } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { acts } from '../testing/acts.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'

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

const VALUE = `... on ServiceTimeRuleDays { days } ... on ServiceTimeRulePercent { percent }
  ... on ServiceTimeRuleChoice { choice }`
const LEDGER = `query ($reckonedOn: Date) { viewer { trainee { serviceTimeLedger(reckonedOn: $reckonedOn) { reckonedOn
  rules { code value { ${VALUE} } source startsOn endsOn }
  confirmed { totals { requirement countedDays } }
  registered { totals { requirement days notCounted { effect days } partTimeDays trainingTimeDays holidayAndCourseDays
      absenceDays allowanceDays allowanceUsedDays deductedDays countedDays requiredDays missingDays met applies paragraph }
    lines { totalCount edges { node { startsOn endsOn days countedDays effect paragraph rule confirmed absenceId
      servicePeriod { id } } } } }
  remarks { code startsOn servicePeriodIds } forecast { pace metOn requirements { requirement metOn } } } } } }`

interface Total {
  requirement: string
  countedDays: number
}
interface Ledger {
  reckonedOn: string
  rules: { code: string }[]
  confirmed: { totals: Total[] }
  registered: { totals: Total[]; lines: { totalCount: number; edges: { node: { effect: string } }[] } }
  forecast: { pace: number }
}
const ledgerOf = async (actor: Actor, variables: object = {}) => {
  const data = await graph.ask<{ viewer: { trainee: { serviceTimeLedger: Ledger } } }>(
    actor,
    LEDGER,
    variables as Record<string, unknown>,
  )
  return data.viewer.trainee.serviceTimeLedger
}
const counted = (totals: readonly Total[]) =>
  totals.find((row) => row.requirement === 'AFTER_PART_1')?.countedDays

test('B04 what waits is registered, what is signed is confirmed', async () => {
  const { trainee, leader } = circle
  const sent = await doing.sent(trainee, leader)
  const before = await ledgerOf(trainee)
  expect([counted(before.confirmed.totals), counted(before.registered.totals)]).toEqual([0, 153])
  await doing.command(leader, 'signServicePeriod', sent)
  const after = await ledgerOf(trainee)
  expect([counted(after.confirmed.totals), after.reckonedOn]).toEqual([153, '2026-10-15'])
})

test('F139 B04 time without guidance is a line of its own and does not count; a day may be asked for', async () => {
  const { trainee } = circle
  await doing.registered(trainee, {
    fte: 0.8,
    unsupervisedPeriods: [{ startsOn: '2026-06-22', endsOn: '2026-07-12', reason: 'Veileder borte' }],
  })
  const { registered } = await ledgerOf(trainee)
  expect(counted(registered.totals)).toBe(105.6)
  expect(registered.lines.edges.map(({ node }) => node.effect)).toContain('UNSUPERVISED_NOT_COUNTED')
  const { registered: earlier } = await ledgerOf(trainee, { reckonedOn: '2026-05-10' })
  expect(counted(earlier.totals)).toBe(8)
})

test('B04 a day to come is not served, whatever day is asked for', async () => {
  const { trainee } = circle
  await doing.registered(trainee, { kind: 'PART_1_HOSPITAL', startsOn: '2026-10-01', endsOn: null })
  const { confirmed } = await ledgerOf(trainee, { reckonedOn: '2035-01-01' })
  expect(confirmed.totals.find((row) => row.requirement === 'PART_1_HOSPITAL')?.countedDays).toBe(15)
})

test('F132 the account says which kinds a leader signs for, and that the others count without', async () => {
  const { rules } = await ledgerOf(circle.trainee)
  expect(rules.filter(({ code }) => code === 'NEEDS_SIGNATURE')).toMatchObject([
    { value: { choice: 'SIGNATURE_NEEDED' }, endsOn: null },
  ])
})

test('B04 a page’s account takes equally many statements whatever its periods', async () => {
  const { trainee } = circle
  const month = (at: number) =>
    `20${String(Math.floor(at / 12) + 14)}-${String((at % 12) + 1).padStart(2, '0')}`
  const counts: number[] = []
  let there = 0
  for (const wanted of [1, 10, 100]) {
    for (; there < wanted; there += 1) {
      const span = { startsOn: `${month(there)}-01`, endsOn: `${month(there)}-28` }
      await doing.registered(trainee, span)
    }
    counts.push((await graph.statements(() => ledgerOf(trainee))).length)
  }
  expect(counts[1]).toBe(counts[0])
  expect(counts[2]).toBe(counts[0])
}, 60_000)

const SET = `mutation ($input: SetServiceTimeRuleInput!) { answer: setServiceTimeRule(input: $input) {
  __typename ... on ServiceTimeRuleRefused { code } ... on SetServiceTimeRuleSuccess { rule { value { ${VALUE} } startsOn } } } }`
const support = () =>
  aPerson(circle.stranger.personId, { grants: [{ role: 'SUPPORT', regionCode: null, enterpriseId: null }] })
const rule = (rest: object = {}) => ({
  input: {
    ...{ code: 'UNSUPERVISED_COUNTS', value: { choice: 'UNSUPERVISED_COUNTED' }, kinds: [] },
    ...{ source: 'Rundskriv', startsOn: '2026-12-01' },
    ...rest,
  },
})

test('B04 F132 support sets a rule from a day on; what was before stands', async () => {
  const { trainee } = circle
  const gap = { startsOn: '2026-06-22', endsOn: '2026-07-12', reason: 'Veileder borte' }
  await doing.registered(trainee, { unsupervisedPeriods: [gap] })
  const { answer } = await graph.ask<{ answer: object }>(support(), SET, rule())
  expect(answer).toMatchObject({
    rule: { value: { choice: 'UNSUPERVISED_COUNTED' }, startsOn: '2026-12-01' },
  })
  expect(counted((await ledgerOf(trainee, { reckonedOn: '2026-11-30' })).registered.totals)).toBe(132)
  expect(counted((await ledgerOf(trainee, { reckonedOn: '2026-12-01' })).registered.totals)).toBe(153)
})

const SETTINGS = `{ serviceTimeSettings { code valueKind choices availableCommands inForce { value { ${VALUE} } }
  rules { value { ${VALUE} } startsOn endsOn decision { by { displayName } at } } } }`
type Setting = { code: string; availableCommands: string[] }
const settingsOf = async (actor: Actor) =>
  (await graph.ask<{ serviceTimeSettings: Setting[] }>(actor, SETTINGS)).serviceTimeSettings

test('B04 F132 every setting is read with the rules it has had and will have; support alone is offered to change it', async () => {
  await graph.ask(support(), SET, rule({ code: 'MAXIMUM_OTHER_SPECIALITY', value: { days: 1200 } }))
  const all = await settingsOf(support())
  const by = { displayName: expect.any(String) as string }
  expect(all.every(({ availableCommands }) => availableCommands.join() === 'SET_RULE')).toBe(true)
  expect(all.find(({ code }) => code === 'MAXIMUM_OTHER_SPECIALITY')).toMatchObject({
    ...{ valueKind: 'DAYS', choices: [], inForce: { value: { days: 1188 } } },
    rules: [
      { value: { days: 1188 }, startsOn: '2019-03-01', endsOn: '2026-11-30', decision: null },
      {
        value: { days: 1200 },
        startsOn: '2026-12-01',
        endsOn: null,
        decision: { by, at: expect.any(String) },
      },
    ],
  })
  expect(all.find(({ code }) => code === 'MINIMUM_FTE')).toMatchObject({ inForce: null, rules: [] })
  expect(all.find(({ code }) => code === 'RESEARCH_COUNTS')).toMatchObject({
    ...{ valueKind: 'CHOICE', choices: ['RESEARCH_NOT_COUNTED', 'RESEARCH_COUNTED'] },
    inForce: { value: { choice: 'RESEARCH_NOT_COUNTED' } },
  })
  for (const actor of [circle.trainee, circle.leader])
    expect((await settingsOf(actor)).flatMap(({ availableCommands }) => availableCommands)).toEqual([])
})

test.each([
  ['B04 a choice is the setting’s own', rule({ value: { choice: 'WORKING_DAYS' } }), 'VALUE_INVALID'],
  [
    'B04 percent go to a hundred',
    rule({ code: 'ALLOWANCE_PERCENT_AFTER_PART_1', value: { percent: 101 } }),
    'VALUE_INVALID',
  ],
  ['B04 a rule says where it stands', rule({ source: ' ' }), 'SOURCE_MISSING'],
  ['B04 the past is not changed', rule({ startsOn: '2026-10-14' }), 'DATE_IN_PAST'],
])('%s', async (_name, input, code) => {
  expect(await graph.ask(support(), SET, input)).toMatchObject({ answer: { code } })
})

test('B04 nobody but support sets rules', async () => {
  for (const actor of [circle.trainee, circle.leader, circle.stranger])
    expect(await graph.ask(actor, SET, rule())).toMatchObject({ answer: { code: 'NOT_PERMITTED' } })
})
