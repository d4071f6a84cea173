import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, NOW, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('F033 a list of any length costs the same number of statements', async () => {
  const query = `query ($of: [_Any!]!) {
    _entities(representations: $of) { ... on Trainee {
      displayName availableCommands person { email } track { name } unit { name enterprise { name } }
      leader { person { displayName email } availableCommands }
      mentor { person { displayName } }
      supervisors { totalCount edges { node { person { displayName } availableCommands } } }
    } }
  }`
  const first = {
    id: world.id('Amalie Nygård'),
    unitId: (await world.db.unit.findFirstOrThrow({ where: { name: 'Nordvåg legesenter' } })).id,
  }
  const extra = Array.from(
    { length: 90 },
    (_, index) => `01980000-0099-7000-8000-${String(index).padStart(12, '0')}`,
  )
  await world.db.person.createMany({
    data: extra.map((id) => ({
      id,
      givenName: 'Prøve',
      familyName: id,
      searchName: '',
      unitId: first.unitId,
    })),
  })
  await world.db.trainee.createMany({
    data: extra.map((id) => ({
      ...{ id, trackCode: 'ALM', part: 'PART_3', position: 'LIS3', fte: 1, unitId: first.unitId },
      trainingStartedOn: NOW,
    })),
  })
  await world.db.trainingRelation.createMany({
    data: extra.flatMap((traineeId) =>
      [
        ['LEADER', 'Ingrid Solheim'],
        ['MENTOR', 'Per Arne Lunde'],
        ['SUPERVISOR', 'Berit Aasen'],
      ].map(([kind = '', name = '']) => ({
        ...{ kind, traineeId, personId: world.id(name), registeredById: traineeId },
        validFrom: NOW,
      })),
    ),
  })
  const led = await world.db.trainingRelation.findMany({
    where: { kind: 'LEADER', personId: world.id('Ingrid Solheim') },
    take: 100,
  })
  const cost = (count: number) =>
    world.statements(async () => {
      const of = led.slice(0, count).map(({ traineeId }) => ({ __typename: 'Trainee', id: traineeId }))
      const { _entities } = (await world.as('Ingrid Solheim', query, { of })) as { _entities: unknown[] }
      expect(_entities.filter(Boolean)).toHaveLength(count)
    })
  const [one, ten, hundred] = [await cost(1), await cost(10), await cost(100)]
  expect({ ten, hundred }).toEqual({ ten: one, hundred: one })
})
