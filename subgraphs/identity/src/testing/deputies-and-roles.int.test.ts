import { setLanguage } from '../person/use-cases/set-language.ts'
import { aPerson } from '@kompetanse/graph/testing'
import { deputyship, type DeputyshipEvent } from '@kompetanse/schema/events/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, listen, NOW, TODAY, type World } from './world.ts'
import { resolveActors } from '../actor/use-cases/resolve-actors.ts'

let world: World
let told: Awaited<ReturnType<typeof listen<DeputyshipEvent>>>
beforeAll(async () => {
  world = await createWorld()
  told = await listen(deputyship)
})
afterAll(() => world.close())

const RESULT = `__typename
  ... on IdentityRefused { code }
  ... on NotFound { id }`

const APPOINT = `mutation ($input: AppointDeputyInput!) {
  appointDeputy(input: $input) {
    ${RESULT}
    ... on AppointDeputySuccess {
      deputyship { id startsOn endsOn version deputy { displayName } unit { name } availableCommands }
    }
  }
}`
const END = `mutation ($input: EndDeputyshipInput!) {
  endDeputyship(input: $input) {
    ${RESULT}
    ... on StaleVersion { expectedVersion currentVersion }
    ... on EndDeputyshipSuccess { deputyship { endsOn cancelledAt version availableCommands } }
  }
}`
const GRANT = `mutation ($input: GrantRoleInput!) {
  grantRole(input: $input) {
    ${RESULT}
    ... on GrantRoleSuccess {
      grant { id role endsOn version person { displayName } scope { ... on Enterprise { name } ... on Region { code } } availableCommands }
    }
  }
}`
const REVOKE = `mutation ($input: RevokeRoleInput!) {
  revokeRole(input: $input) {
    ${RESULT}
    ... on StaleVersion { expectedVersion currentVersion }
    ... on RevokeRoleSuccess { grant { endsOn version availableCommands } }
  }
}`

describe('F012 deputies', () => {
  const unitId = async (name: string) => (await world.db.unit.findFirstOrThrow({ where: { name } })).id
  const appoint = async (by: string, deputy: string, period: { startsOn: string; endsOn: string }) =>
    world.as(by, APPOINT, {
      input: {
        leaderId: world.id('Marit Elvestad'),
        deputyId: world.id(deputy),
        unitId: await unitId('Elvebyen legesenter'),
        ...period,
      },
    })
  const autumn = { startsOn: TODAY, endsOn: '2026-12-31' }

  test('F012 the leader appoints; the deputy gets tabs and sees the leader’s trainees; both end it', async () => {
    const { appointDeputy } = (await appoint('Marit Elvestad', 'Leif Olav Tangvik', autumn)) as {
      appointDeputy: { deputyship: { id: string } }
    }
    const deputyshipId = appointDeputy.deputyship.id
    expect(appointDeputy).toEqual({
      __typename: 'AppointDeputySuccess',
      deputyship: {
        id: deputyshipId,
        ...autumn,
        version: 1,
        deputy: { displayName: 'Leif Olav Tangvik' },
        unit: { name: 'Elvebyen legesenter' },
        availableCommands: ['END'],
      },
    })
    expect(await told.until((payload) => payload.deputyshipId === deputyshipId)).toEqual({
      deputyshipId,
      leaderId: world.id('Marit Elvestad'),
      deputyId: world.id('Leif Olav Tangvik'),
      ...{ validFrom: autumn.startsOn, validTo: autumn.endsOn },
      cancelledAt: null,
      version: 1,
    })

    const query = `query ($id: ID!) {
      viewer { profile { workspaces deputyships { leader { displayName } } } }
      trainee(id: $id) { displayName availableCommands }
    }`
    const seen = () => world.as('Leif Olav Tangvik', query, { id: world.id('Emma Sjøvik') })
    expect(await seen()).toEqual({
      viewer: {
        profile: {
          workspaces: ['MY_MENTEES', 'SIGNING', 'APPROVAL', 'EMPLOYEE_FOLLOW_UP'],
          deputyships: [{ leader: { displayName: 'Marit Elvestad' } }],
        },
      },
      trainee: {
        displayName: 'Emma Sjøvik',
        availableCommands: ['REGISTER_LEADER', 'REGISTER_MENTOR', 'REGISTER_SUPERVISOR'],
      },
    })

    const end = (by: string, endsOn?: string) =>
      world.as(by, END, { input: { deputyshipId, expectedVersion: 1, endsOn } })
    expect(await end('Odd Magne Rønning')).toEqual({
      endDeputyship: { __typename: 'NotFound', id: deputyshipId },
    })
    for (const outside of ['2027-01-01', '2026-10-14'])
      expect(await end('Marit Elvestad', outside)).toEqual({
        endDeputyship: { __typename: 'IdentityRefused', code: 'PERIOD_INVALID' },
      })
    const both = await Promise.all([end('Marit Elvestad'), end('Leif Olav Tangvik')])
    expect(
      both.map(({ endDeputyship }) => (endDeputyship as { __typename: string }).__typename).toSorted(),
    ).toEqual(['EndDeputyshipSuccess', 'StaleVersion'])
    expect(await seen()).toEqual({
      viewer: { profile: { workspaces: ['MY_MENTEES', 'SIGNING'], deputyships: [] } },
      trainee: null,
    })
  })

  test('F012 F033 leader and deputy reach each other until the period is over, and no longer', async () => {
    const [leader, deputy] = ['Bjørn Inge Flatås', 'Berit Aasen'] as const
    await world.db.deputyship.create({
      data: {
        ...{ leaderId: world.id(leader), deputyId: world.id(deputy) },
        unitId: await unitId('Avdeling for voksenpsykiatri'),
        ...{ validFrom: NOW, validTo: new Date('2026-10-31') },
      },
    })
    const card = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { email } } }`
    const reaches = async (who: string, whom: string, now: Date) => {
      const of = [{ __typename: 'Person', id: world.id(whom) }]
      const { _entities } = await world.as(who, card, { of }, now)
      return (_entities as { email: string | null }[])[0]?.email !== null
    }
    const over = new Date('2026-11-01T12:00:00Z')
    for (const [who, whom] of [
      [leader, deputy],
      [deputy, leader],
    ] as const) {
      expect(await reaches(who, whom, NOW)).toBe(true)
      expect(await reaches(who, whom, over)).toBe(false)
    }
  })

  test('F012 ended before it began it is cancelled: told so, and shown no longer', async () => {
    const spring = { startsOn: '2027-04-01', endsOn: '2027-04-30' }
    const { appointDeputy } = (await appoint('Marit Elvestad', 'Leif Olav Tangvik', spring)) as {
      appointDeputy: { deputyship: { id: string } }
    }
    const deputies = async () => {
      const query = 'query ($id: ID!) { personRecord(id: $id) { deputies { startsOn } } }'
      const id = world.id('Marit Elvestad')
      return ((await world.as('Marit Elvestad', query, { id })) as { personRecord: object }).personRecord
    }
    expect(await deputies()).toEqual({ deputies: [{ startsOn: '2027-04-01' }] })
    const deputyshipId = appointDeputy.deputyship.id
    const ended = await world.as('Marit Elvestad', END, { input: { deputyshipId, expectedVersion: 1 } })
    expect(ended).toEqual({
      endDeputyship: {
        __typename: 'EndDeputyshipSuccess',
        deputyship: {
          ...{ endsOn: '2027-04-30', cancelledAt: NOW.toISOString(), version: 2 },
          availableCommands: [],
        },
      },
    })
    expect(await deputies()).toEqual({ deputies: [] })
    expect(
      await told.until((payload) => payload.deputyshipId === deputyshipId && payload.version === 2),
    ).toEqual({
      ...{ deputyshipId, leaderId: world.id('Marit Elvestad'), deputyId: world.id('Leif Olav Tangvik') },
      ...{ validFrom: spring.startsOn, validTo: spring.endsOn, cancelledAt: NOW.toISOString(), version: 2 },
    })
    // Its days are free.
    expect(await appoint('Marit Elvestad', 'Leif Olav Tangvik', spring)).toMatchObject({
      appointDeputy: { __typename: 'AppointDeputySuccess' },
    })
  })

  test('F012 refused: not by others, not oneself, not twice in a period, not to somebody out of reach', async () => {
    const refused = (code: string) => ({ appointDeputy: { __typename: 'IdentityRefused', code } })
    const winter = { startsOn: '2027-01-01', endsOn: '2027-03-31' }
    expect(await appoint('Leif Olav Tangvik', 'Odd Magne Rønning', winter)).toEqual(refused('NOT_PERMITTED'))
    expect(await appoint('Marit Elvestad', 'Marit Elvestad', winter)).toEqual(refused('PERSON_NOT_QUALIFIED'))
    expect(await appoint('Marit Elvestad', 'Odd Magne Rønning', { ...winter, endsOn: '2026-12-31' })).toEqual(
      refused('PERIOD_INVALID'),
    )
    const both = await Promise.all([
      appoint('Marit Elvestad', 'Odd Magne Rønning', winter),
      appoint('Rolf Bakkejord', 'Odd Magne Rønning', winter),
    ])
    expect(both).toContainEqual(refused('PERIOD_OVERLAPS'))
    expect(both).toContainEqual({
      appointDeputy: expect.objectContaining({ __typename: 'AppointDeputySuccess' }),
    })
    expect(await appoint('Marit Elvestad', 'Tone Myrdal', winter)).toEqual({
      appointDeputy: { __typename: 'NotFound', id: world.id('Tone Myrdal') },
    })
  })
})

describe('F026 administrative roles', () => {
  const nordvag = async () =>
    (await world.db.enterprise.findFirstOrThrow({ where: { name: 'Nordvåg kommune' } })).id
  const grant = (by: string, to: string, input: Record<string, unknown>) =>
    world.as(by, GRANT, { input: { personId: world.id(to), startsOn: TODAY, ...input } })

  test('F026 a local administrator gives and takes back a role in the own enterprise', async () => {
    const enterpriseId = await nordvag()
    const { grantRole } = (await grant('Wenche Torgersrud', 'Liv Grønnestad', {
      role: 'LOCAL_ADMIN',
      scope: { enterpriseId },
    })) as {
      grantRole: { grant: { id: string } }
    }
    const grantId = grantRole.grant.id
    expect(grantRole).toEqual({
      __typename: 'GrantRoleSuccess',
      grant: {
        id: grantId,
        role: 'LOCAL_ADMIN',
        endsOn: null,
        version: 1,
        person: { displayName: 'Liv Grønnestad' },
        scope: { name: 'Nordvåg kommune' },
        availableCommands: ['REVOKE'],
      },
    })
    const grants = [{ role: 'LOCAL_ADMIN', regionCode: null, enterpriseId }]
    const grantsNow = async () => (await resolveActors([world.id('Liv Grønnestad')], NOW))[0]?.actor.grants
    expect(await grantsNow()).toEqual(grants)

    const revoke = (by: string, expectedVersion: number) =>
      world.as(by, REVOKE, { input: { grantId, expectedVersion } })
    expect(await revoke('Rolf Bakkejord', 1)).toEqual({ revokeRole: { __typename: 'NotFound', id: grantId } })
    expect(await revoke('Wenche Torgersrud', 1)).toEqual({
      revokeRole: {
        __typename: 'RevokeRoleSuccess',
        grant: { endsOn: TODAY, version: 2, availableCommands: [] },
      },
    })
    expect(await revoke('Wenche Torgersrud', 1)).toEqual({
      revokeRole: { __typename: 'StaleVersion', expectedVersion: 1, currentVersion: 2 },
    })
    expect(await grantsNow()).toEqual([])
  })

  test('F026 refused: outside the own place, to oneself, once more', async () => {
    const enterpriseId = await nordvag()
    const refused = (code: string) => ({ grantRole: { __typename: 'IdentityRefused', code } })
    const region = { role: 'REGIONAL_ADMIN', scope: { regionCode: 'MUNICIPAL' } }
    expect(await grant('Wenche Torgersrud', 'Liv Grønnestad', region)).toEqual(refused('NOT_PERMITTED'))
    expect(await grant('Ingrid Solheim', 'Liv Grønnestad', { role: 'SUPPORT' })).toEqual(
      refused('NOT_PERMITTED'),
    )
    const local = { role: 'LOCAL_ADMIN', scope: { enterpriseId } }
    expect(await grant('Wenche Torgersrud', 'Wenche Torgersrud', local)).toEqual(refused('NOT_PERMITTED'))
    expect(await grant('Mona Skredderud', 'Wenche Torgersrud', local)).toEqual(refused('ALREADY_REGISTERED'))
    expect(await grant('Wenche Torgersrud', 'Tone Myrdal', local)).toEqual({
      grantRole: { __typename: 'NotFound', id: world.id('Tone Myrdal') },
    })
  })

  test('F026 refused: a scope that does not fit the role; a scope of both is malformed', async () => {
    const [regionCode, enterpriseId] = ['MUNICIPAL', await nordvag()]
    const give = (role: string, scope?: object) =>
      grant('Elisabeth Furuseth', 'Liv Grønnestad', { role, ...(scope && { scope }) })
    const unfit = { grantRole: { __typename: 'IdentityRefused', code: 'SCOPE_INVALID' } }
    expect(await give('SUPPORT', { regionCode })).toEqual(unfit)
    expect(await give('LOCAL_ADMIN', { regionCode })).toEqual(unfit)
    expect(await give('REGIONAL_ADMIN', { enterpriseId })).toEqual(unfit)
    expect(await give('LOCAL_ADMIN')).toEqual(unfit)
    await expect(give('LOCAL_ADMIN', { regionCode, enterpriseId })).rejects.toThrow(/exactly one/i)
  })
})

test('F003 each chooses the own language', async () => {
  const query = `mutation { setLanguage(input: { language: NYNORSK }) {
    __typename ... on SetLanguageSuccess { person { displayName language } }
  } }`
  expect(await world.as('Oda Skaar', query)).toEqual({
    setLanguage: {
      __typename: 'SetLanguageSuccess',
      person: { displayName: 'Oda Skaar', language: 'NYNORSK' },
    },
  })
})

test('F003 whom identity does not have is refused, and nothing breaks', async () => {
  const actor = aPerson('00000000-0000-4000-8000-000000000000')
  expect(await setLanguage('NYNORSK', { actor, now: new Date() })).toMatchObject({ code: 'NOT_PERMITTED' })
})
