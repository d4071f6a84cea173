import { ask } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { createWorld, NOW, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const machine = (regionCode: string): Actor => ({
  kind: 'machine',
  personId: '',
  trainee: false,
  grants: [],
  regionCode,
})

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
        track: { code: 'ALM', name: 'Allmennmedisin' },
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
    ['Kjetil Brandvold', false], ['Elisabeth Furuseth', false],
  ]
  test.each(SEES)('F003 F012 F026 F075 %s sees Amalie Nygård: %s', async (name, sees) => {
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
})

test('F003 one person holds several roles and gets the union of the tabs', async () => {
  const query = `{ viewer {
    profile { person { displayName } trainingRoles workspaces grants { role } deputyships { leader { displayName } } }
    trainee { track { code } }
  } }`
  expect(await world.as('Kari Mette Bruvold', query)).toEqual({
    viewer: {
      profile: {
        person: { displayName: 'Kari Mette Bruvold' },
        trainingRoles: ['MENTOR', 'SUPERVISOR'],
        workspaces: ['MY_MENTEES', 'SIGNING', 'APPROVAL', 'EMPLOYEE_FOLLOW_UP'],
        grants: [],
        deputyships: [{ leader: { displayName: 'Ingrid Solheim' } }],
      },
      trainee: null,
    },
  })
  expect(await world.as('Nora Fjeld', query)).toMatchObject({
    viewer: {
      profile: { trainingRoles: ['TRAINEE', 'SUPERVISOR'], workspaces: ['OWN_TRAINING', 'SIGNING'] },
      trainee: { track: { code: 'ALM' } },
    },
  })
})

describe('searching for a person', () => {
  const query = `query ($search: String!, $role: RelationKind, $first: Int, $after: String) {
    personSearch(search: $search, role: $role, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { displayName email } }
    }
  }`
  interface Found {
    personSearch: {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      edges: { node: { displayName: string; email: string | null } }[]
    }
  }
  const search = async (by: string, text: string, rest: Record<string, unknown> = {}) =>
    ((await world.as(by, query, { search: text, ...rest })) as unknown as Found).personSearch
  const names = async (by: string, text: string, rest?: Record<string, unknown>) =>
    (await search(by, text, rest)).edges.map(({ node }) => node.displayName)

  test('F062 finds by the beginning of any name, whatever its case', async () => {
    expect(await names('Maja Østby', 'aas')).toEqual(['Berit Aasen'])
    expect(await names('Ingrid Solheim', 'ØST maj')).toEqual(['Maja Østby'])
    expect(await names('Maja Østby', 'erik')).toEqual(['Tor-Erik Hovland'])
    expect(await names('Maja Østby', 'asen')).toEqual([])
    expect(await names('Maja Østby', '%%')).toEqual([])
    expect(await names('Maja Østby', 'b')).toEqual([])
  })

  test('F062 nobody is found as the own supervisor; the address stays hidden until they work together', async () => {
    expect(await names('Maja Østby', 'maja', { role: 'SUPERVISOR' })).toEqual([])
    expect((await search('Maja Østby', 'aasen')).edges[0]?.node.email).toBeNull()
  })

  test('F033 finds people of the own enterprise, and of those one works with, and no others', async () => {
    expect(await names('Maja Østby', 'draugsvoll')).toEqual([])
    expect(await names('Arvid Sørbø', 'draugsvoll')).toEqual(['Ellen Draugsvoll'])
    expect(await names('Emma Sjøvik', 'odd rø')).toEqual(['Odd Magne Rønning'])
    expect(await names('Petter Gjerdevik', 'draugsvoll')).toEqual(['Ellen Draugsvoll'])
    expect(await names('Torunn Hellevang', 'draugsvoll')).toEqual([])
  })

  test('F062 pages without gap or repetition', async () => {
    const all = await names('Mona Skredderud', 'ma', { first: 100 })
    const pages: string[] = []
    for (let after: string | null = null; ;) {
      const page = await search('Mona Skredderud', 'ma', { first: 2, after })
      expect(page.totalCount).toBe(all.length)
      pages.push(...page.edges.map(({ node }) => node.displayName))
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage) break
    }
    expect(all.length).toBeGreaterThan(3)
    expect(pages).toEqual(all)
  })
})

describe('the organisation', () => {
  test('F027 nation, regions, enterprises, units', async () => {
    const query = `{ nation { name regions { code enterprises { totalCount edges { node {
      name kind units { edges { node { name parent { name } leader { displayName } } } }
    } } } } } }`
    const { nation } = (await world.as('Kjetil Brandvold', query)) as {
      nation: {
        name: string
        regions: { code: string; enterprises: { totalCount: number; edges: unknown[] } }[]
      }
    }
    expect(nation.regions.map(({ code, enterprises }) => [code, enterprises.totalCount])).toEqual([
      ['MUNICIPAL', 5],
      ['HELSE_SOR_OST', 2],
      ['HELSE_VEST', 2],
      ['HELSE_MIDT', 2],
      ['HELSE_NORD', 1],
    ])
    expect(nation.regions[4]?.enterprises.edges).toEqual([
      {
        node: {
          name: 'Nordlysvika universitetssykehus',
          kind: 'APPROVED',
          units: {
            edges: [
              {
                node: {
                  name: 'Barne- og ungdomsavdelingen',
                  parent: null,
                  leader: { displayName: 'Ragnhild Isfjell' },
                },
              },
              {
                node: {
                  name: 'Nyfødtseksjonen',
                  parent: { name: 'Barne- og ungdomsavdelingen' },
                  leader: null,
                },
              },
            ],
          },
        },
      },
    ])
  })

  test('F033 the client of one region never sees another, nor any person', async () => {
    const query = `query ($id: ID!, $person: ID!) {
      own: region(code: HELSE_VEST) { name enterprises { totalCount } }
      other: region(code: HELSE_NORD) { name }
      enterprise(id: $id) { name }
      nation { name }
      viewer { profile { workspaces } }
      trainee(id: $person) { id }
      personSearch(search: "ingrid") { totalCount }
    }`
    const { id } = await world.db.enterprise.findFirstOrThrow({ where: { regionCode: 'HELSE_NORD' } })
    const variables = { id, person: world.id('Amalie Nygård') }
    expect(await ask(schema, machine('HELSE_VEST'), query, variables, NOW)).toEqual({
      data: {
        own: { name: 'Helse Vest', enterprises: { totalCount: 2 } },
        other: null,
        enterprise: null,
        nation: null,
        viewer: { profile: null },
        trainee: null,
        personSearch: { totalCount: 0 },
      },
    })
  })
})

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
