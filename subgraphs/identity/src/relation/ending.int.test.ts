import { commandOf } from '@kompetanse/graph/testing'
import { relation } from '@kompetanse/schema/events/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, listen, NOW, TODAY, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const END = `
  mutation ($input: EndRelationInput!) {
    endRelation(input: $input) {
      __typename
      ... on IdentityRefused { code }
      ... on NotFound { id }
      ... on StaleVersion { expectedVersion currentVersion }
      ... on EndRelationSuccess { relation { endsOn cancelledAt version availableCommands } trainee { displayName } }
    }
  }`

describe('ending', () => {
  const running = (trainee: string, kind: string, person?: string) =>
    world.db.trainingRelation.findFirstOrThrow({
      where: {
        ...{ traineeId: world.id(trainee), kind, validTo: null, cancelledAt: null },
        ...(person && { personId: world.id(person) }),
      },
    })
  const end = (by: string, relationId: string, expectedVersion = 1, endsOn?: string) =>
    world.as(by, END, { input: { relationId, expectedVersion, endsOn } })

  test('F093 the leader takes a trainee off the list; the data stays', async () => {
    const { id } = await running('Henrik Tveit', 'LEADER')
    expect(await end('Ingrid Solheim', id)).toEqual({
      endRelation: {
        __typename: 'EndRelationSuccess',
        relation: { endsOn: '2026-10-14', cancelledAt: null, version: 2, availableCommands: [] },
        trainee: { displayName: 'Henrik Tveit' },
      },
    })
    const query = `query ($id: ID!) { trainee(id: $id) { displayName } }`
    const variables = { id: world.id('Henrik Tveit') }
    expect(await world.as('Ingrid Solheim', query, variables)).toEqual({ trainee: null })
    expect(await world.as('Henrik Tveit', query, variables)).toEqual({
      trainee: { displayName: 'Henrik Tveit' },
    })
    expect(await world.db.trainingRelation.count({ where: { id } })).toBe(1)
  })

  test('F093 refused: the trainee does not end the leadership; a day before the first; what is out of sight', async () => {
    const { id } = await running('Maja Østby', 'LEADER')
    expect(await end('Maja Østby', id)).toEqual({
      endRelation: { __typename: 'IdentityRefused', code: 'NOT_PERMITTED' },
    })
    expect(await end('Ingrid Solheim', id, 1, '2026-01-01')).toEqual({
      endRelation: { __typename: 'IdentityRefused', code: 'PERIOD_INVALID' },
    })
    expect(await end('Arvid Sørbø', id)).toEqual({ endRelation: { __typename: 'NotFound', id } })
  })

  test('F062 F093 a supervisor who is taken back on the first day is cancelled: told so, and free to be chosen', async () => {
    const { until } = await listen(relation)
    const [trainee, person] = ['Kristoffer Lien', 'Liv Grønnestad'] as const
    const input = { traineeId: world.id(trainee), personId: world.id(person), startsOn: TODAY }
    const choose = async () =>
      expect(await world.as(trainee, commandOf('registerSupervisor'), { input })).toEqual({
        answer: { __typename: 'RegisterSupervisorSuccess' },
      })
    await choose()
    const { id } = await running(trainee, 'SUPERVISOR', person)
    expect(await end(trainee, id)).toMatchObject({
      endRelation: { relation: { endsOn: null, cancelledAt: NOW.toISOString(), version: 2 } },
    })
    const told = await until((payload) => payload.relationId === id && payload.version === 2)
    expect(told).toMatchObject({ validTo: null, cancelledAt: NOW.toISOString() })
    const query = `query ($id: ID!) { trainee(id: $id) { displayName } }`
    expect(await world.as(person, query, { id: world.id(trainee) })).toEqual({ trainee: null })
    expect(await end(trainee, id, 2)).toEqual({
      endRelation: { __typename: 'IdentityRefused', code: 'PERIOD_INVALID' },
    })
    await choose()
  })

  test('F093 two at once: one ends, the other is told that it is stale', async () => {
    const { id } = await running('Kristoffer Lien', 'SUPERVISOR')
    const both = await Promise.all([end('Kristoffer Lien', id), end('Ingrid Solheim', id)])
    expect(
      both.map(({ endRelation }) => (endRelation as { __typename: string }).__typename).toSorted(),
    ).toEqual(['EndRelationSuccess', 'StaleVersion'])
    expect(await end('Ingrid Solheim', id)).toEqual({
      endRelation: { __typename: 'StaleVersion', expectedVersion: 1, currentVersion: 2 },
    })
  })
})
