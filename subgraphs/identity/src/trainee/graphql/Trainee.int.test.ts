import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('the trainee’s page', () => {
  const query = `query ($id: ID!) {
    trainee(id: $id) {
      id displayName position part fte trainingStartedOn version availableCommands
      person { givenName familyName email language }
      track { code name }
      unit { name enterprise { name region { code } } }
      leader { kind person { displayName email } }
      mentor { kind person { displayName email } }
      supervisors(first: 10) { totalCount edges { node { person { displayName } availableCommands } } }
    }
  }`

  test('F075 F073 the leader sees the personal details and who is registered', async () => {
    const id = world.id('Amalie Nygård')
    expect(await world.as('Ingrid Solheim', query, { id })).toEqual({
      trainee: {
        id,
        displayName: 'Amalie Nygård',
        position: 'LIS3',
        part: 'PART_3',
        fte: 1,
        trainingStartedOn: '2024-09-01',
        version: 1,
        availableCommands: ['REGISTER_LEADER', 'REGISTER_MENTOR', 'REGISTER_SUPERVISOR'],
        person: {
          givenName: 'Amalie',
          familyName: 'Nygård',
          email: 'amalie.nygard@demo.example',
          language: 'BOKMAL',
        },
        track: { code: 'ALM', name: 'LIS3 allmennmedisin' },
        unit: {
          name: 'Nordvåg legesenter',
          enterprise: { name: 'Nordvåg kommune', region: { code: 'MUNICIPAL' } },
        },
        leader: {
          kind: 'LEADER',
          person: { displayName: 'Ingrid Solheim', email: 'ingrid.solheim@demo.example' },
        },
        mentor: {
          kind: 'MENTOR',
          person: { displayName: 'Per Arne Lunde', email: 'per.arne.lunde@demo.example' },
        },
        supervisors: {
          totalCount: 3,
          edges: ['Berit Aasen', 'Tor-Erik Hovland', 'Liv Grønnestad'].map((displayName) => ({
            node: { person: { displayName }, availableCommands: ['END'] },
          })),
        },
      },
    })
  })

  // prettier-ignore
  const SEES: [string, boolean][] = [
    ['Amalie Nygård', true], ['Ingrid Solheim', true], ['Kari Mette Bruvold', true], ['Per Arne Lunde', true],
    ['Berit Aasen', true], ['Wenche Torgersrud', true], ['Mona Skredderud', true],
    ['Jonas Haugland', false], ['Marit Elvestad', false], ['Rolf Bakkejord', false], ['Petter Gjerdevik', false],
    ['Kjetil Brandvold', true], ['Elisabeth Furuseth', false],
  ]
  test.each(SEES)('F003 F012 F026 F075 F108 %s sees Amalie Nygård: %s', async (name, sees) => {
    const card = 'query ($id: ID!) { trainee(id: $id) { displayName } }'
    const expected = sees ? { displayName: 'Amalie Nygård' } : null
    expect(await world.as(name, card, { id: world.id('Amalie Nygård') })).toEqual({ trainee: expected })
  })

  test('F033 what is out of sight, unknown or no id at all answers alike', async () => {
    const card =
      'query ($id: ID!) { trainee(id: $id) { id } unit(id: $id) { id } enterprise(id: $id) { id } }'
    for (const id of [world.id('Ellen Draugsvoll'), '01980000-0010-7000-8000-0000000fffff', 'x'])
      expect(await world.as('Amalie Nygård', card, { id })).toEqual({
        trainee: null,
        unit: null,
        enterprise: null,
      })
  })

  test('F033 an entity is as visible as its page, and the address is for those who work with the person', async () => {
    const entities = `query ($of: [_Any!]!) {
      _entities(representations: $of) {
        __typename
        ... on Trainee { displayName }
        ... on Person { displayName email }
      }
    }`
    const of = [
      { __typename: 'Trainee', id: world.id('Amalie Nygård') },
      { __typename: 'Trainee', id: world.id('Ellen Draugsvoll') },
      { __typename: 'Person', id: world.id('Ellen Draugsvoll') },
      { __typename: 'Person', id: world.id('Amalie Nygård') },
    ]
    expect(await world.as('Berit Aasen', entities, { of })).toEqual({
      _entities: [
        { __typename: 'Trainee', displayName: 'Amalie Nygård' },
        null,
        { __typename: 'Person', displayName: 'Ellen Draugsvoll', email: null },
        { __typename: 'Person', displayName: 'Amalie Nygård', email: 'amalie.nygard@demo.example' },
      ],
    })
  })

  test('a reference whose key is nothing takes no other with it, and capitals are the same id', async () => {
    const query = `query ($of: [_Any!]!) {
      _entities(representations: $of) { ... on Track { track: code } ... on Region { region: code } ... on Trainee { id } }
    }`
    const id = world.id('Amalie Nygård')
    const nothings: unknown[] = [5, null, ['ALM'], { a: 1 }, '\0']
    const of = [
      { __typename: 'Track', code: 'ALM' },
      { __typename: 'Region', code: 'MUNICIPAL' },
      { __typename: 'Trainee', id: id.toUpperCase() },
      ...nothings.flatMap((key) => [
        { __typename: 'Track', code: key },
        { __typename: 'Region', code: key },
        { __typename: 'Trainee', id: key },
      ]),
    ]
    const { _entities: found } = (await world.as('Berit Aasen', query, { of })) as { _entities: unknown[] }
    expect(found.slice(0, 3)).toEqual([{ track: 'ALM' }, { region: 'MUNICIPAL' }, { id }])
    expect(found.slice(3)).toEqual(nothings.flatMap(() => [null, null, null]))
  })
})
