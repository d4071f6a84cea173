import { randomUUID } from 'node:crypto'
import { aPerson } from '@kompetanse/graph/testing'
import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { seesPlan } from '../testing/sees-plan.ts'
import { aTrainee, relate, somebody, type Crew } from '../testing/world.ts'

let graph: TestGraph
let crew: Crew

beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan()
})

const sees = (actor: Crew['leader'], now?: Date) => seesPlan(graph, crew, actor, now)
const stranger = (grant: Partial<Grant> & Pick<Grant, 'role'>) =>
  aPerson(crew.stranger.personId, { grants: [{ regionCode: null, enterpriseId: null, ...grant }] })

describe('who sees a trainee’s plan', () => {
  test('F044 F073 the trainee and those around; nobody else', async () => {
    const { trainee, leader, deputy, mentor, supervisor } = crew
    for (const actor of [trainee, leader, deputy, mentor, supervisor]) expect(await sees(actor)).toBe(true)
    expect(await sees(crew.stranger)).toBe(false)
  })

  test('F093 who was around until yesterday does not see it today; the last day counts', async () => {
    const former = await somebody('Tidligere Leder')
    await relate('LEADER', crew.trainee.personId, former.personId, { validTo: '2026-09-15' })
    expect(await sees(former)).toBe(true)
    expect(await sees(former, new Date('2026-09-15T21:59:00Z'))).toBe(true)
    expect(await sees(former, new Date('2026-09-15T22:01:00Z'))).toBe(false)
  })

  test('F026 an administrator within the scope, support everywhere', async () => {
    const { enterpriseId, regionCode } = await graph.own.database.person.findUniqueOrThrow({
      where: { id: crew.trainee.personId },
    })
    expect(await sees(stranger({ role: 'LOCAL_ADMIN', enterpriseId }))).toBe(true)
    expect(await sees(stranger({ role: 'LOCAL_ADMIN', enterpriseId: brandId(randomUUID()) }))).toBe(false)
    expect(await sees(stranger({ role: 'REGIONAL_ADMIN', regionCode }))).toBe(true)
    expect(await sees(stranger({ role: 'REGIONAL_ADMIN', regionCode: 'HELSE_NORD' }))).toBe(false)
    expect(await sees(stranger({ role: 'SUPPORT' }))).toBe(true)
    expect(await sees(stranger({ role: 'LOCAL_ADMIN' }))).toBe(false)
  })

  test('B16 a machine sees its own region alone', async () => {
    const machine = (regionCode?: string) =>
      ({ ...aPerson(''), kind: 'machine', ...(regionCode && { regionCode }) }) as Crew['leader']
    expect(await sees(machine('HELSE_VEST'))).toBe(true)
    expect(await sees(machine('HELSE_NORD'))).toBe(false)
    expect(await sees(machine())).toBe(false)
  })

  test('a trainee that another subgraph names has plans here for those who see them', async () => {
    const query = `query ($_representations: [_Any!]!) { _entities(representations: $_representations) {
      ... on Trainee { assignedPlans { totalCount } } } }`
    const _representations = [{ __typename: 'Trainee', id: crew.trainee.personId }]
    expect(await graph.ask(crew.leader, query, { _representations })).toEqual({
      _entities: [{ assignedPlans: { totalCount: 1 } }],
    })
    expect(await graph.ask(crew.stranger, query, { _representations })).toEqual({ _entities: [null] })
  })
})
