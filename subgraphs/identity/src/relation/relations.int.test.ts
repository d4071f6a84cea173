import { asId } from '@kompetanse/graph'
import { relation } from '@kompetanse/schema/events/identity'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bus } from '../database.ts'
import { createWorld, listen, TODAY, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const RESULT = `__typename
  ... on IdentityRefused { code }
  ... on NotFound { id }`

const REGISTER = (kind: 'Leader' | 'Mentor' | 'Supervisor') => `
  mutation ($input: Register${kind}Input!) {
    register${kind}(input: $input) {
      ${RESULT}
      ... on Register${kind}Success {
        relation { kind startsOn endsOn version person { displayName } registeredBy { displayName } availableCommands }
        trainee { displayName mentor { person { displayName } } leader { person { displayName } } }
      }
    }
  }`

interface Registration {
  readonly trainee: string
  readonly person: string
  readonly startsOn?: string
}

const register = (
  by: string,
  kind: 'Leader' | 'Mentor' | 'Supervisor',
  { trainee, person, startsOn = TODAY }: Registration,
) =>
  world.as(by, REGISTER(kind), {
    input: { traineeId: world.id(trainee), personId: world.id(person), startsOn },
  })

const profile = '{ viewer { profile { trainingRoles workspaces } } }'

describe('registering', () => {
  test('F045 F056 F057 a trainee registers a mentor, who gets the tab and whom others hear of', async () => {
    const { until } = await listen(relation)
    expect(await world.as('Liv Grønnestad', profile)).toEqual({
      viewer: { profile: { trainingRoles: ['SUPERVISOR'], workspaces: ['SIGNING'] } },
    })

    expect(
      await register('Maja Østby', 'Mentor', { trainee: 'Maja Østby', person: 'Liv Grønnestad' }),
    ).toEqual({
      registerMentor: {
        __typename: 'RegisterMentorSuccess',
        relation: {
          kind: 'MENTOR',
          startsOn: TODAY,
          endsOn: null,
          version: 1,
          person: { displayName: 'Liv Grønnestad' },
          registeredBy: { displayName: 'Maja Østby' },
          availableCommands: ['END'],
        },
        trainee: {
          displayName: 'Maja Østby',
          mentor: { person: { displayName: 'Liv Grønnestad' } },
          leader: { person: { displayName: 'Ingrid Solheim' } },
        },
      },
    })

    expect(await world.as('Liv Grønnestad', profile)).toEqual({
      viewer: { profile: { trainingRoles: ['MENTOR', 'SUPERVISOR'], workspaces: ['MY_MENTEES', 'SIGNING'] } },
    })
    expect(
      await until(({ kind, traineeId }) => kind === 'MENTOR' && traineeId === world.id('Maja Østby')),
    ).toMatchObject({
      personId: world.id('Liv Grønnestad'),
      validFrom: TODAY,
      validTo: null,
      version: 1,
    })
  })

  test('F074 F073 the leader registers the next mentor and sees who it is; the former ends the day before', async () => {
    await register('Ingrid Solheim', 'Mentor', { trainee: 'Jonas Haugland', person: 'Kari Mette Bruvold' })
    const query = `query ($id: ID!) { trainee(id: $id) { mentor { person { displayName } } } }`
    expect(await world.as('Ingrid Solheim', query, { id: world.id('Jonas Haugland') })).toEqual({
      trainee: { mentor: { person: { displayName: 'Kari Mette Bruvold' } } },
    })
    const former = await world.db.trainingRelation.findFirst({
      where: { traineeId: world.id('Jonas Haugland'), personId: world.id('Per Arne Lunde'), kind: 'MENTOR' },
    })
    expect(former).toMatchObject({ validTo: new Date('2026-10-14'), version: 2 })
    const history = await world.db.history.findMany({
      where: { aggregateId: former?.id ?? '' },
      orderBy: { id: 'asc' },
    })
    expect(history.map(({ command, byId }) => [command, byId])).toEqual([
      ['SEED', null],
      ['REPLACE', world.id('Ingrid Solheim')],
    ])
  })

  test('F062 F063 a trainee chooses a supervisor, who gets the signing tab', async () => {
    expect(await world.as('Sigrid Lauvås', profile)).toMatchObject({
      viewer: { profile: { workspaces: ['SIGNING'] } },
    })
    expect(await world.as('Gunnar Haltvik', profile)).toMatchObject({
      viewer: { profile: { trainingRoles: ['LEADER', 'MENTOR'] } },
    })
    expect(
      await register('Ravi Nair', 'Supervisor', { trainee: 'Ravi Nair', person: 'Gunnar Haltvik' }),
    ).toMatchObject({
      registerSupervisor: { __typename: 'RegisterSupervisorSuccess', relation: { kind: 'SUPERVISOR' } },
    })
    expect(await world.as('Gunnar Haltvik', profile)).toMatchObject({
      viewer: { profile: { trainingRoles: ['LEADER', 'MENTOR', 'SUPERVISOR'] } },
    })
  })

  test('F012 the deputy registers as the leader would', async () => {
    expect(
      await register('Kari Mette Bruvold', 'Mentor', { trainee: 'Oda Skaar', person: 'Tor-Erik Hovland' }),
    ).toMatchObject({
      registerMentor: { __typename: 'RegisterMentorSuccess' },
    })
  })

  test('F056 refused: a supervisor registers nobody, nobody is the own mentor, once is enough', async () => {
    const refused = (code: string) => ({ registerMentor: { __typename: 'IdentityRefused', code } })
    expect(
      await register('Berit Aasen', 'Mentor', { trainee: 'Oda Skaar', person: 'Liv Grønnestad' }),
    ).toEqual(refused('NOT_PERMITTED'))
    expect(await register('Oda Skaar', 'Mentor', { trainee: 'Oda Skaar', person: 'Oda Skaar' })).toEqual(
      refused('PERSON_NOT_QUALIFIED'),
    )
    expect(
      await register('Sara Elise Moen', 'Mentor', {
        trainee: 'Sara Elise Moen',
        person: 'Kari Mette Bruvold',
      }),
    ).toEqual(refused('ALREADY_REGISTERED'))
    expect(
      await register('Oda Skaar', 'Mentor', {
        trainee: 'Oda Skaar',
        person: 'Liv Grønnestad',
        startsOn: '2023-01-01',
      }),
    ).toEqual(refused('PERIOD_INVALID'))
  })

  test('F056 who has left cannot be chosen', async () => {
    const id = world.id('Elias Brekke')
    await world.db.person.update({ where: { id }, data: { active: false } })
    expect(
      await register('Silje Bakken Vold', 'Supervisor', {
        trainee: 'Silje Bakken Vold',
        person: 'Elias Brekke',
      }),
    ).toEqual({
      registerSupervisor: { __typename: 'IdentityRefused', code: 'PERSON_NOT_QUALIFIED' },
    })
    await world.db.person.update({ where: { id }, data: { active: true } })
  })

  test('F033 a trainee or a person out of sight is answered like one that does not exist', async () => {
    const unseen = world.id('Ellen Draugsvoll')
    const unknown = '01980000-0010-7000-8000-0000000fffff'
    // What cannot be an id is told as the id of nothing.
    const answered = { [unseen]: unseen, [unknown]: unknown, 'not an id': asId('not an id') }
    const input = { personId: world.id('Berit Aasen'), startsOn: TODAY }
    for (const [id, told] of Object.entries(answered))
      expect(
        await world.as('Maja Østby', REGISTER('Mentor'), { input: { ...input, traineeId: id } }),
      ).toEqual({
        registerMentor: { __typename: 'NotFound', id: told },
      })
    for (const [id, told] of Object.entries(answered))
      expect(
        await world.as('Maja Østby', REGISTER('Mentor'), {
          input: { personId: id, traineeId: world.id('Maja Østby'), startsOn: TODAY },
        }),
      ).toEqual({ registerMentor: { __typename: 'NotFound', id: told } })
  })

  test('F056 two at once: one registers, the other hears that it is done, and one mentor runs', async () => {
    const both = await Promise.all([
      register('Nora Fjeld', 'Mentor', { trainee: 'Nora Fjeld', person: 'Liv Grønnestad' }),
      register('Ingrid Solheim', 'Mentor', { trainee: 'Nora Fjeld', person: 'Liv Grønnestad' }),
    ])
    const answers = both.map((answer) => (answer['registerMentor'] as { __typename: string }).__typename)
    expect(answers.toSorted()).toEqual(['IdentityRefused', 'RegisterMentorSuccess'])
    const traineeId = world.id('Nora Fjeld')
    expect(
      await world.db.trainingRelation.count({ where: { traineeId, kind: 'MENTOR', validTo: null } }),
    ).toBe(1)
  })

  test('F056 without its event nothing is written', async () => {
    vi.spyOn(bus, 'publish').mockRejectedValueOnce(new Error('the bus is down'))
    const trainee = 'Thea Marie Sandvik'
    await expect(register(trainee, 'Mentor', { trainee, person: 'Liv Grønnestad' })).rejects.toThrow(
      'the bus is down',
    )
    const rows = await world.db.trainingRelation.findMany({
      where: { traineeId: world.id(trainee), kind: 'MENTOR' },
    })
    expect(rows.map(({ personId, validTo, version }) => ({ personId, validTo, version }))).toEqual([
      { personId: world.id('Per Arne Lunde'), validTo: null, version: 1 },
    ])
  })

  test('F056 what the rules forbid the database refuses too', async () => {
    const row = { kind: 'MENTOR', traineeId: world.id('Oda Skaar'), registeredById: world.id('Oda Skaar') }
    const create = (personId: string, validFrom: string, validTo?: string) =>
      world.db.trainingRelation.create({
        data: {
          ...row,
          personId,
          validFrom: new Date(validFrom),
          ...(validTo && { validTo: new Date(validTo) }),
        },
      })
    await expect(create(world.id('Berit Aasen'), TODAY)).rejects.toThrow()
    await expect(create(world.id('Oda Skaar'), '2020-01-01', '2020-02-01')).rejects.toThrow()
    await expect(create(world.id('Berit Aasen'), '2020-02-01', '2020-01-01')).rejects.toThrow()
    await expect(create(world.id('Berit Aasen'), '2020-02-01', '2020-01-31')).rejects.toThrow()
    await expect(world.db.history.deleteMany({})).rejects.toThrow()
  })
})
