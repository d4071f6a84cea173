import { brandId } from '@kompetanse/schema/ids'
import { administeredTrainee, ledTrainee, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { directoryOf, type Circle } from '@kompetanse/directory/testing'
import { aPerson } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'

const DAY = today(NOON)
let graph: TestGraph
/** By what they are to each other. */
let people: Record<string, string>
let circle: Circle

/** Liv leads Ada and is mentor of Kim and supervisor of Eva; Sten stands in for Liv. */
beforeAll(async () => {
  graph = await startTestGraph()
  const { aCircle, appointDeputy, relate, somebody } = directoryOf(graph.own.pool)
  circle = await aCircle()
  const { personId: liv } = circle.leader
  const trainee = async (name: string, about = {}) => (await somebody(name, true, about)).personId
  const former = await trainee('Before')
  const coming = await trainee('To come')
  people = {
    Ada: circle.trainee.personId,
    Kim: await trainee('Kim'),
    Eva: await trainee('Eva'),
    north: await trainee('North', { regionCode: 'HELSE_NORD' }),
    former,
    coming,
  }
  await relate('MENTOR', people['Kim'] ?? '', liv)
  await relate('SUPERVISOR', people['Eva'] ?? '', liv)
  await relate('LEADER', former, liv, { validTo: '2026-09-14' })
  await relate('LEADER', coming, liv, { validFrom: '2026-09-16' })
  const { personId: lapsed } = circle.stranger
  await appointDeputy(liv, lapsed, '2026-01-01', '2026-09-14')
  await appointDeputy(liv, lapsed, '2026-09-16', '2026-12-31')
})
afterAll(() => graph.stop())

type Rule = typeof visibleTrainee

/** The names of those whom a rule gives the actor, of the people above. */
async function given(rule: Rule, actor: Actor) {
  const ids = Object.values(people)
  const where = { AND: [{ id: { in: ids } }, rule(actor, DAY)] }
  const found = await graph.own.database.person.findMany({ where, select: { id: true } })
  const seen = new Set(found.map(({ id }) => id))
  return Object.keys(people).filter((name) => seen.has(brandId(people[name] ?? '')))
}

const ALL = ['Ada', 'Kim', 'Eva', 'north', 'former', 'coming']
const WEST = ALL.filter((name) => name !== 'north')
const granted = (role: Actor['grants'][number]['role'], place = {}) =>
  aPerson(circle.stranger.personId, { grants: [{ role, regionCode: null, enterpriseId: null, ...place }] })
const machine = (regionCode: string | null) => ({ ...aPerson(''), kind: 'machine', regionCode }) as Actor

/** Actor → whom they see, whom they lead, whom they administer. */
const TRUTH: readonly (readonly [string, () => Actor, string[], string[], string[]])[] = [
  ['the trainee', () => circle.trainee, ['Ada'], [], []],
  ['who leads one, mentors one and supervises one', () => circle.leader, ['Ada', 'Kim', 'Eva'], ['Ada'], []],
  ['that one’s deputy: of those who are led alone', () => circle.deputy, ['Ada'], ['Ada'], []],
  ['the mentor', () => circle.mentor, ['Ada'], [], []],
  ['the supervisor', () => circle.supervisor, ['Ada'], [], []],
  ['a deputy of before, and of days to come', () => circle.stranger, [], [], []],
  ['a local administrator of no place', () => granted('LOCAL_ADMIN'), [], [], []],
  ['a regional administrator of no place', () => granted('REGIONAL_ADMIN'), [], [], []],
  ['a regional administrator', () => granted('REGIONAL_ADMIN', { regionCode: 'HELSE_VEST' }), WEST, [], WEST],
  ['support', () => granted('SUPPORT'), ALL, [], ALL],
  ['the Directorate', () => granted('DIRECTORATE'), ALL, [], ALL],
  ['a machine of the region', () => machine('HELSE_VEST'), WEST, [], []],
  ['a machine of no region', () => machine(null), [], [], []],
  ['the gateway', () => ({ ...circle.leader, kind: 'gateway' }), [], [], []],
  [
    'a machine with a leader’s id',
    () => ({ ...machine(null), personId: circle.leader.personId }),
    [],
    [],
    [],
  ],
]

describe('F012 B32 who sees, leads and administers whom', () => {
  test.each(TRUTH)('%s', async (_who, actor, seen, led, administered) => {
    expect(await given(visibleTrainee, actor())).toEqual(seen)
    expect(await given(ledTrainee, actor())).toEqual(led)
    expect(await given(administeredTrainee, actor())).toEqual(administered)
  })

  test('a local administrator: those of the enterprise', async () => {
    const rows = await graph.own.database.person.findMany({ where: { id: people['Kim'] ?? '' } })
    const { enterpriseId } = rows[0] ?? {}
    expect(enterpriseId).toBeTruthy()
    const administrator = granted('LOCAL_ADMIN', { enterpriseId, regionCode: 'HELSE_NORD' })
    expect(await given(visibleTrainee, administrator)).toEqual(['Kim'])
    expect(await given(administeredTrainee, administrator)).toEqual(['Kim'])
  })

  test('a relation and a deputyship hold from their first day to their last', async () => {
    const { leader, deputy, stranger } = circle
    const on = async (actor: Actor, day: string) => given((who) => visibleTrainee(who, new Date(day)), actor)
    expect(await on(leader, '2026-09-14')).toContain('former')
    expect(await on(leader, '2026-09-15')).not.toContain('former')
    expect(await on(leader, '2026-09-16')).toContain('coming')
    expect(await on(stranger, '2026-09-14')).toEqual(['Ada', 'former'])
    expect(await on(stranger, '2026-09-16')).toEqual(['Ada', 'coming'])
    expect(await on(deputy, '2026-12-31')).toEqual(['Ada', 'coming'])
    expect(await on(deputy, '2027-01-01')).toEqual([])
    expect(await on(deputy, '2026-01-01')).toEqual(['Ada', 'former'])
    expect(await on(deputy, '2025-12-31')).toEqual([])
  })
})
