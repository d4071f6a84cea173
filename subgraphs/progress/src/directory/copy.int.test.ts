import { randomUUID } from 'node:crypto'
import { onPerson, onRelation } from '@kompetanse/directory'
import { forgetVersions } from '@kompetanse/events'
import { aPerson } from '@kompetanse/graph/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { copies } from '../copies.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { seesPlan } from '../testing/sees-plan.ts'
import { aTrainee, somebody, type Crew } from '../testing/world.ts'

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

describe('the copy of the directory', () => {
  const person = (version: number, displayName: string) => ({
    ...{ personId: crew.stranger.personId, displayName, version, active: true },
    ...{ unit: null, enterprise: null, regionCode: null, trainee: null },
  })
  const nameNow = async () =>
    (await graph.own.database.person.findUniqueOrThrow({ where: { id: crew.stranger.personId } })).displayName

  test('an event that comes twice, or after a newer one, changes nothing', async () => {
    await onPerson(graph.own.pool, person(3, 'Finn Nytt Navn'))
    await onPerson(graph.own.pool, person(2, 'Finn Gammelt Navn'))
    await onPerson(graph.own.pool, person(3, 'Finn Annet Navn'))
    expect(await nameNow()).toBe('Finn Nytt Navn')
  })

  test('F044 everything that identity tells of a person is kept, and null where it tells nothing', async () => {
    const [unit, enterprise] = [
      { id: randomUUID(), name: 'Sandviken legekontor' },
      { id: randomUUID(), name: 'Bergen kommune' },
    ]
    const trainee = {
      ...{ trackCode: 'ALM', trackName: 'LIS3 allmennmedisin', position: 'ALIS' },
      ...{ part: 'PART_3' as const, trainingStartedOn: '2026-02-01' },
    }
    const { personId } = crew.stranger
    const rowNow = async () => {
      const text = 'SELECT to_jsonb(p) AS row FROM directory_person p WHERE id = $1'
      return (await graph.own.pool.query<{ row: object }>(text, [personId])).rows[0]?.row
    }
    const named = { id: personId, display_name: 'Finn Ukjent' }
    await onPerson(graph.own.pool, {
      ...person(7, 'Finn Ukjent'),
      ...{ unit, enterprise, regionCode: 'HELSE_VEST', trainee, active: false },
    })
    expect(await rowNow()).toEqual({
      ...{ ...named, version: 7, active: false, region_code: 'HELSE_VEST' },
      ...{ unit_id: unit.id, unit_name: unit.name },
      ...{ enterprise_id: enterprise.id, enterprise_name: enterprise.name },
      ...{ is_trainee: true, track_code: 'ALM', track_name: 'LIS3 allmennmedisin', part: 'PART_3' },
      ...{ position: 'ALIS', training_started_on: '2026-02-01' },
    })
    await onPerson(graph.own.pool, person(8, 'Finn Ukjent'))
    expect(await rowNow()).toEqual({
      ...{ ...named, version: 8, active: true, region_code: null },
      ...{ unit_id: null, unit_name: null, enterprise_id: null, enterprise_name: null },
      ...{ is_trainee: false, track_code: null, track_name: null, part: null },
      ...{ position: null, training_started_on: null },
    })
  })

  test('F093 a relation of a single day counts on it', async () => {
    const leader = await somebody('Leder for en dag')
    const today = '2026-09-15'
    await onRelation(graph.own.pool, {
      ...{ relationId: randomUUID(), kind: 'LEADER', version: 1, cancelledAt: null },
      ...{ traineeId: crew.trainee.personId, personId: leader.personId, validFrom: today, validTo: today },
    })
    expect(await sees(leader)).toBe(true)
  })

  test('a relation may come before its persons do', async () => {
    const mentorId = randomUUID()
    const relationId = randomUUID()
    const relation = {
      relationId,
      kind: 'MENTOR' as const,
      traineeId: crew.trainee.personId,
      personId: mentorId,
    }
    const period = { validFrom: '2026-01-01', cancelledAt: null }
    await onRelation(graph.own.pool, { ...relation, ...period, validTo: null, version: 1 })
    await onPerson(graph.own.pool, { ...person(1, 'Sen Ankomst'), personId: mentorId })
    expect(await sees(aPerson(mentorId))).toBe(true)
    await onRelation(graph.own.pool, { ...relation, ...period, validTo: '2026-09-01', version: 2 })
    expect(await sees(aPerson(mentorId))).toBe(false)
  })

  test.each([
    ['as identity tells it', { validTo: null, cancelledAt: NOON.toISOString() }],
    ['as identity told it before', { validTo: '2025-12-31', cancelledAt: null }],
  ])(
    'F093 of a relation that is cancelled nothing is kept, whatever comes after it: %s',
    async (_how, ended) => {
      const [relationId, leader] = [randomUUID(), await somebody('Avlyst Leder')]
      const tell = (version: number, period: { validTo: string | null; cancelledAt: string | null }) =>
        onRelation(graph.own.pool, {
          ...{ relationId, kind: 'LEADER', traineeId: crew.trainee.personId, personId: leader.personId },
          ...{ validFrom: '2026-01-01', ...period, version },
        })
      const stands = { validTo: null, cancelledAt: null }
      await tell(1, stands)
      expect(await sees(leader)).toBe(true)
      await tell(2, ended)
      await tell(1, stands)
      expect(await sees(leader)).toBe(false)
      await tell(2, ended)
      expect(await sees(leader)).toBe(false)
      expect(await graph.own.database.relation.count({ where: { id: relationId } })).toBe(0)
      // Identity is restored to an earlier day, and tells all of it again.
      await forgetVersions(graph.own.pool, copies)
      await tell(1, stands)
      expect(await sees(leader)).toBe(true)
    },
  )
})
