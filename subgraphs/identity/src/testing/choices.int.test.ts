import { randomUUID } from 'node:crypto'
import { PURPOSES, type Purpose } from '@kompetanse/directory/choosing'
import { choices, choiceTests, commandOf, type Choice, type ChoiceCases } from '@kompetanse/graph/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '@kompetanse/schema/roles'
import { schema } from '../schema.ts'
import { demoPersons } from '../seed/demo.ts'
import { createWorld, TODAY, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.db.person.update({ where: { id: world.id(LEFT) }, data: { active: false } })
})
afterAll(() => world.close())

// All at Nordvåg but the stranger, who is of another region.
const [LEADER, TRAINEE, COLLEAGUE, LEFT] = [
  'Ingrid Solheim',
  'Amalie Nygård',
  'Liv Grønnestad',
  'Tor-Erik Hovland',
]
const [STRANGER, ELSEWHERE] = ['Tone Myrdal', 'Ellen Draugsvoll']
const [LOCAL, REGIONAL] = ['Wenche Torgersrud', 'Mona Skredderud']

interface Answer {
  readonly __typename: string
  readonly code?: string
}

async function send(by: string, mutation: string, input: object): Promise<Answer> {
  const document = commandOf(mutation, '', '... on IdentityRefused { code }')
  return (await world.as(by, document, { input }))['answer'] as Answer
}

const none = randomUUID()
const unit = async (name: string) => (await world.db.unit.findFirstOrThrow({ where: { name } })).id
const enterprise = async (name: string) =>
  (await world.db.enterprise.findFirstOrThrow({ where: { name } })).id
const period = { startsOn: TODAY, endsOn: '2026-12-31' }

/** Persons whom nobody at Nordvåg may choose. */
const persons = () => ({
  'of another region': [world.id(STRANGER), 'NotFound'] as const,
  'who has left': [world.id(LEFT), 'PERSON_NOT_QUALIFIED'] as const,
  nobody: [none, 'NotFound'] as const,
})

const relations = (['registerLeader', 'registerMentor', 'registerSupervisor'] as const).flatMap(
  (mutation) => {
    const register = (traineeId: string, personId: string) =>
      send(LOCAL, mutation, { traineeId, personId, startsOn: TODAY })
    return [
      [
        `${mutation}.personId`,
        async (): Promise<Choice> => ({
          choose: (id) => register(world.id(TRAINEE), id),
          refused: {
            ...persons(),
            'the trainee': [world.id(TRAINEE), 'PERSON_NOT_QUALIFIED'],
            'oneself, by office': [world.id(LOCAL), 'NOT_PERMITTED'],
          },
          taken: world.id(REGIONAL),
        }),
      ],
      [
        `${mutation}.traineeId`,
        async (): Promise<Choice> => ({
          choose: (id) => register(id, world.id(COLLEAGUE)),
          refused: {
            'another place’s': [world.id(ELSEWHERE), 'NotFound'],
            'no trainee': [world.id('Berit Aasen'), 'NotFound'],
            nobody: [none, 'NotFound'],
          },
          taken: world.id('Jonas Haugland'),
        }),
      ],
    ] as const
  },
)

const deputy = async (rest: object, by = LEADER) =>
  send(by, 'appointDeputy', {
    ...{ leaderId: world.id(LEADER), deputyId: world.id(COLLEAGUE), ...period },
    ...{ unitId: await unit('Nordvåg legesenter'), ...rest },
  })
const localRole = async (rest: object) =>
  send(LOCAL, 'grantRole', {
    ...{ personId: world.id(COLLEAGUE), role: 'LOCAL_ADMIN', startsOn: TODAY },
    ...{ scope: { enterpriseId: await enterprise('Nordvåg kommune') }, ...rest },
  })

const CASES: ChoiceCases = {
  ...Object.fromEntries(relations),

  'appointDeputy.deputyId': async () => ({
    choose: (deputyId) => deputy({ deputyId }),
    refused: { ...persons(), oneself: [world.id(LEADER), 'PERSON_NOT_QUALIFIED'] },
    taken: world.id('Berit Aasen'),
  }),
  'appointDeputy.leaderId': async () => ({
    choose: (leaderId) => deputy({ leaderId }),
    refused: {
      'a leader of another region': [world.id('Hanne Kvitnes'), 'NotFound'],
      'a colleague': [world.id('Per Arne Lunde'), 'NOT_PERMITTED'],
      nobody: [none, 'NotFound'],
    },
    taken: world.id(LEADER),
  }),
  'appointDeputy.unitId': async () => ({
    choose: async (unitId) => deputy({ unitId, deputyId: world.id('Per Arne Lunde') }),
    refused: {
      'one that one does not lead': [await unit('Kommuneoverlegens kontor'), 'PERSON_NOT_QUALIFIED'],
      'one elsewhere': [await unit('Anestesiavdelingen'), 'PERSON_NOT_QUALIFIED'],
      none: [none, 'NotFound'],
    },
    taken: await unit('Nordvåg legesenter'),
  }),

  'grantRole.personId': async () => ({
    choose: (personId) => localRole({ personId }),
    refused: { ...persons(), oneself: [world.id(LOCAL), 'NOT_PERMITTED'] },
    taken: world.id(COLLEAGUE),
  }),
  'grantRole.scope.enterpriseId': async () => ({
    choose: (enterpriseId) => localRole({ scope: { enterpriseId }, personId: world.id('Berit Aasen') }),
    refused: {
      'another’s': [await enterprise('Elvebyen kommune'), 'NOT_PERMITTED'],
      none: [none, 'NotFound'],
    },
    taken: await enterprise('Nordvåg kommune'),
  }),
  'grantRole.scope.regionCode': async () => ({
    choose: (regionCode) =>
      send(REGIONAL, 'grantRole', {
        ...{ personId: world.id(COLLEAGUE), role: 'REGIONAL_ADMIN', startsOn: TODAY },
        scope: { regionCode },
      }),
    refused: { 'another’s': ['HELSE_VEST', 'NOT_PERMITTED'] },
    taken: 'MUNICIPAL',
  }),

  'openRecord.traineeId': async () => {
    const seen = { traineeId: world.id('Linnea Haugstad'), personId: world.id(LOCAL) }
    await send(REGIONAL, 'registerSupervisor', { ...seen, startsOn: TODAY })
    return {
      choose: (traineeId) => send(LOCAL, 'openRecord', { traineeId, reason: 'Ringte om innlogging' }),
      refused: {
        'another place’s': [world.id(ELSEWHERE), 'NotFound'],
        'the neighbour’s': [world.id('Mats Rognli'), 'NotFound'],
        'one whom one supervises elsewhere': [seen.traineeId, 'NOT_PERMITTED'],
        'no trainee': [world.id('Berit Aasen'), 'NotFound'],
        nobody: [none, 'NotFound'],
      },
      taken: world.id(TRAINEE),
    }
  },
}

choiceTests(schema, CASES, () => world.contents())

const SEARCH = `query ($search: String!, $purpose: PersonPurpose, $of: ID) {
  personSearch(search: $search, purpose: $purpose, forPersonId: $of) { edges { node { id } } } }`

/** The commands by which a person comes near a trainee, and who holds an office over this trainee, whom none of them leads. */
const OTHER = 'Maja Østby'
const NEARING = {
  registerLeader: 'LEADER',
  registerMentor: 'MENTOR',
  registerSupervisor: 'SUPERVISOR',
  appointDeputy: 'DEPUTY',
} as const satisfies Record<string, Purpose>
const OFFICERS = ROLES.flatMap((role) => Object.keys(NEARING).map((command) => [role, command] as const))

describe('B32 by office nobody names oneself', () => {
  test('every command that takes a person is tried, but those that bring nobody near a trainee', () => {
    const taken = choices(schema).filter((at) => /personId|deputyId/.test(at))
    const near = Object.keys(NEARING).map(
      (name) => `${name}.${name === 'appointDeputy' ? 'deputyId' : 'personId'}`,
    )
    expect(taken.toSorted()).toEqual([...near, 'grantRole.personId'].toSorted())
  })

  test.each(OFFICERS)('%s: %s', async (role, command) => {
    const holder = await officer(role)
    const purpose = NEARING[command as keyof typeof NEARING]
    const isDeputy = purpose === 'DEPUTY'
    const before = JSON.stringify(await world.contents())
    const answer = isDeputy
      ? await deputy({ deputyId: world.id(holder) }, holder)
      : await send(holder, command, {
          ...{ traineeId: world.id(OTHER), personId: world.id(holder), startsOn: TODAY },
        })
    // Of whom one does not see, one is told nothing.
    const seen = role !== 'DIRECTORATE' || isDeputy
    expect(answer.code ?? answer.__typename).toBe(seen ? 'NOT_PERMITTED' : 'NotFound')
    expect(JSON.stringify(await world.contents())).toBe(before)

    const of = world.id(isDeputy ? LEADER : OTHER)
    const found = await world.as(holder, SEARCH, { search: holder, purpose, of })
    expect(found).toEqual({ personSearch: { edges: [] } })
    const unasked = await world.as(holder, SEARCH, { search: holder, of })
    expect(unasked).toEqual({ personSearch: { edges: [{ node: { id: world.id(holder) } }] } })
  })
})

async function officer(role: string): Promise<string> {
  if (role === 'LOCAL_ADMIN') return LOCAL
  if (role === 'REGIONAL_ADMIN') return REGIONAL
  const { person } = await world.db.roleGrant.findFirstOrThrow({ where: { role }, include: { person: true } })
  return `${person.givenName} ${person.familyName}`
}

/** Administers Elvebyen; a leader’s own right would end with the first leader registered. */
const ELVEBYEN = 'Rolf Bakkejord'

/** Who is asked for, by whom, for whom, and the command that takes one. A delegate is progress’ to name. */
const SEARCHED: Readonly<
  Record<
    Exclude<Purpose, 'DELEGATE'>,
    readonly [by: string, forWhom: string, take: (id: string) => Promise<Answer>]
  >
> = {
  LEADER: [ELVEBYEN, 'Elias Brekke', (personId) => registerFor('registerLeader', personId)],
  MENTOR: [ELVEBYEN, 'Elias Brekke', (personId) => registerFor('registerMentor', personId)],
  SUPERVISOR: [ELVEBYEN, 'Elias Brekke', (personId) => registerFor('registerSupervisor', personId)],
  DEPUTY: [LOCAL, 'Ingrid Solheim', (deputyId) => deputy({ deputyId }, LOCAL)],
  ADMINISTRATOR: [LOCAL, LOCAL, (personId) => localRole({ personId })],
}
const registerFor = (mutation: string, personId: string) =>
  send(ELVEBYEN, mutation, { traineeId: world.id('Elias Brekke'), personId, startsOn: TODAY })
const REFUSES_THE_PERSON = ['NotFound', 'PERSON_NOT_QUALIFIED', 'NOT_PERMITTED']

describe('F062 the search finds exactly those whom the command for it takes', () => {
  test.each(PURPOSES.filter((purpose) => purpose !== 'DELEGATE'))('%s', async (purpose) => {
    const [by, forWhom, take] = SEARCHED[purpose]
    const found: string[] = []
    const taken: string[] = []
    const names = demoPersons().map(({ givenName, familyName }) => `${givenName} ${familyName}`)
    for (const name of names) {
      const variables = { search: name, purpose, of: world.id(forWhom) }
      const { personSearch } = await world.as(by, SEARCH, variables)
      const { edges } = personSearch as { edges: { node: { id: string } }[] }
      if (edges.some(({ node }) => node.id === world.id(name))) found.push(name)
    }
    for (const name of names) {
      const { __typename, code } = await take(world.id(name))
      if (!REFUSES_THE_PERSON.includes(code ?? __typename)) taken.push(name)
    }
    expect(taken).toEqual(found)
    expect(found.length).toBeGreaterThan(3)
    expect(found.length).toBeLessThan(names.length)
  })
})
