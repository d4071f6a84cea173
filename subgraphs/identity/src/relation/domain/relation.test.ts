import { brandId, type Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accepted, refused } from '@kompetanse/command/decision'
import { addDays } from '@kompetanse/calendar/day'
import type { Ending } from '@kompetanse/calendar/ending'
import { RELATION_KINDS, type RelationKind, type Role } from '@kompetanse/schema/roles'
import type { Authority } from '../../authority/domain/authority.ts'
import { decideEnd, decideRegistration, mayEnd, mayRegister, type Relation } from './relation.ts'
import { authority, TODAY, trainee } from './testing.ts'

const admin = (role: Role, regionCode: RegionCode | null, enterpriseId: Id<'Enterprise'> | null) =>
  authority('admin', { grants: [{ role, regionCode, enterpriseId }] })

const who = {
  trainee: authority('trainee'),
  leader: authority('leader'),
  deputy: authority('deputy', { leadsAs: new Set(['deputy', 'leader'].map(brandId<'Person'>)) }),
  holder: authority('holder'),
  stranger: authority('stranger'),
  'local admin': admin('LOCAL_ADMIN', null, brandId('enterprise')),
  'local admin elsewhere': admin('LOCAL_ADMIN', null, brandId('other')),
  'regional admin': admin('REGIONAL_ADMIN', 'MUNICIPAL', null),
  'regional admin elsewhere': admin('REGIONAL_ADMIN', 'HELSE_VEST', null),
  support: admin('SUPPORT', null, null),
}

// prettier-ignore
const REGISTER: [keyof typeof who, Record<RelationKind, boolean>][] = [
  ['trainee',                  { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['leader',                   { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['deputy',                   { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['holder',                   { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['stranger',                 { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['local admin',              { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['local admin elsewhere',    { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['regional admin',           { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['regional admin elsewhere', { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['support',                  { LEADER: false, MENTOR: false, SUPERVISOR: false }],
]

// prettier-ignore
const END: [keyof typeof who, Record<RelationKind, boolean>][] = [
  ['trainee',                  { LEADER: false, MENTOR: true,  SUPERVISOR: true }],
  ['leader',                   { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['deputy',                   { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['holder',                   { LEADER: false, MENTOR: true,  SUPERVISOR: true }],
  ['stranger',                 { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['local admin',              { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['local admin elsewhere',    { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['regional admin',           { LEADER: true,  MENTOR: true,  SUPERVISOR: true }],
  ['regional admin elsewhere', { LEADER: false, MENTOR: false, SUPERVISOR: false }],
  ['support',                  { LEADER: false, MENTOR: false, SUPERVISOR: false }],
]

const relation = (rest: Partial<Relation> = {}): Relation => ({
  id: brandId('relation'),
  kind: 'MENTOR',
  personId: brandId('holder'),
  validFrom: '2025-01-01',
  validTo: null,
  cancelled: false,
  ...rest,
})

describe('who may', () => {
  const perKind = (may: (kind: RelationKind) => boolean) =>
    Object.fromEntries(RELATION_KINDS.map((kind) => [kind, may(kind)]))

  test.each(REGISTER)('F045 F056 F062 F074 %s registers', (name, expected) => {
    expect(perKind((kind) => mayRegister(kind, who[name], trainee))).toEqual(expected)
  })

  test.each(END)('F093 %s ends', (name, expected) => {
    expect(perKind((kind) => mayEnd(relation({ kind }), who[name], trainee))).toEqual(expected)
  })

  test('F093 who leads nobody today is nobody’s leader', () => {
    const alone = { ...trainee, leaderId: null }
    expect(mayRegister('MENTOR', who.leader, alone)).toBe(false)
    expect(mayRegister('LEADER', who.trainee, alone)).toBe(true)
  })
})

describe('registering', () => {
  const register = (
    rest: Partial<Parameters<typeof decideRegistration>[0]> = {},
    by: Authority = who.trainee,
  ) =>
    decideRegistration(
      {
        kind: 'MENTOR',
        trainee,
        person: { id: brandId('new'), active: true, isTrainee: false },
        validFrom: TODAY,
        relations: [],
        ...rest,
      },
      { authority: by, today: TODAY },
    )

  test('F045 the first mentor ends nobody', () => {
    expect(register()).toEqual(accepted({ ends: null }))
  })

  test('F045 not before the training began, but on its first day', () => {
    expect(register({ validFrom: '2024-09-01' })).toEqual(accepted({ ends: null }))
    expect(register({ validFrom: '2024-08-31' })).toEqual(refused('PERIOD_INVALID'))
  })

  test.each([
    ['the day before', '2026-10-14', accepted({ ends: null })],
    ['that day', TODAY, refused('ALREADY_REGISTERED')],
  ] as const)('F062 the same supervisor again, whose last day is %s', (_which, validTo, expected) => {
    const relations = [relation({ kind: 'SUPERVISOR', personId: brandId('new'), validTo })]
    expect(register({ kind: 'SUPERVISOR', relations })).toEqual(expected)
  })

  test('F056 the next mentor ends the former the day before', () => {
    const former = relation()
    expect(register({ relations: [former] })).toEqual(
      accepted({ ends: { relation: former, ending: { lastDay: '2026-10-14' } } }),
    )
  })

  test('F056 a mentor replaced on the first day has been so on no day', () => {
    const former = relation({ validFrom: TODAY })
    expect(register({ relations: [former] })).toEqual(
      accepted({ ends: { relation: former, ending: { cancelled: true } } }),
    )
  })

  test('F056 a mentor whose last day has passed is not in the way', () => {
    expect(register({ relations: [relation({ validTo: '2026-10-14' })] })).toEqual(accepted({ ends: null }))
  })

  test('F056 a mentor who was cancelled is not in the way, whatever the days were to be', () => {
    for (const validFrom of [TODAY, '2026-12-01'])
      expect(register({ relations: [relation({ validFrom, cancelled: true })] })).toEqual(
        accepted({ ends: null }),
      )
  })

  test('F062 one more supervisor ends none of those there are', () => {
    const had = ['first', 'second', 'third'].map((personId) =>
      relation({ kind: 'SUPERVISOR', personId: brandId(personId) }),
    )
    expect(register({ kind: 'SUPERVISOR', relations: had })).toEqual(accepted({ ends: null }))
  })

  test('F056 a stranger may not', () => {
    expect(register({}, who.stranger)).toEqual(refused('NOT_PERMITTED'))
  })

  test.each([
    [
      'nobody is the own mentor',
      { person: { id: brandId<'Person'>('trainee'), active: true, isTrainee: false } },
      'PERSON_NOT_QUALIFIED',
    ],
    [
      'who has left cannot be mentor',
      { person: { id: brandId<'Person'>('new'), active: false, isTrainee: false } },
      'PERSON_NOT_QUALIFIED',
    ],
    ['not before the training', { validFrom: '2024-08-31' }, 'PERIOD_INVALID'],
    ['not more than a year ahead', { validFrom: '2027-10-17' }, 'PERIOD_INVALID'],
    [
      'the mentor of today again',
      { relations: [relation({ personId: brandId('new') })] },
      'ALREADY_REGISTERED',
    ],
    ['the next mentor is set', { relations: [relation({ validFrom: '2026-11-01' })] }, 'PERIOD_OVERLAPS'],
  ] as const)('F045 F056 %s', (_name, rest, code) => {
    expect(register(rest)).toEqual(refused(code))
  })

  test('F062 the same supervisor twice', () => {
    const had = relation({ kind: 'SUPERVISOR', personId: brandId('new') })
    expect(register({ kind: 'SUPERVISOR', relations: [had] })).toEqual(refused('ALREADY_REGISTERED'))
  })

  const ended = (row: Relation, ending: Ending): Relation =>
    'lastDay' in ending ? { ...row, validTo: ending.lastDay } : { ...row, ...ending }

  test('F056 whatever the days, a trainee never has two mentors on one day', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-09-01', days))
    const mentorsAfter = (days: readonly string[]) => {
      let mentors: Relation[] = []
      for (const [index, validFrom] of days.entries()) {
        const person = { id: brandId<'Person'>(`mentor ${index}`), active: true, isTrainee: false }
        const answer = register({ person, validFrom, relations: mentors })
        if (answer.kind === 'refused') continue
        const { ends } = answer
        mentors = mentors.map((row) => (row === ends?.relation ? ended(row, ends.ending) : row))
        mentors.push(relation({ id: brandId(`${index}`), personId: person.id, validFrom }))
      }
      return mentors
    }
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), (days) => {
        const mentors = mentorsAfter(days)
        const on = (date: string) =>
          mentors.filter(
            ({ validFrom, validTo, cancelled }) =>
              !cancelled && validFrom <= date && (validTo === null || validTo >= date),
          )
        expect(days.filter((date) => on(date).length > 1)).toEqual([])
      }),
    )
  })
})

describe('ending', () => {
  const end = (row: Relation, endsOn: string | null, by: Authority = who.leader) =>
    decideEnd(row, endsOn, { authority: by, trainee, today: TODAY })
  const planned = relation({ validTo: '2026-12-31' })
  const begins = (validFrom: string, validTo: string | null = null) => relation({ validFrom, validTo })

  test.each([
    ['today', relation(), TODAY, { lastDay: TODAY }],
    ['a day that has been', relation(), '2025-06-30', { lastDay: '2025-06-30' }],
    ['a day to come', relation(), '2026-12-31', { lastDay: '2026-12-31' }],
    ['its first day', relation(), '2025-01-01', { lastDay: '2025-01-01' }],
    ['sooner than planned', planned, TODAY, { lastDay: TODAY }],
    ['at once', relation(), null, { lastDay: '2026-10-14' }],
    ['at once, sooner than planned', planned, null, { lastDay: '2026-10-14' }],
    ['at once, when it began yesterday', begins('2026-10-14'), null, { lastDay: '2026-10-14' }],
    ['at once, on its first day', begins(TODAY), null, { cancelled: true }],
    ['at once, before it begins', begins('2026-10-16', '2026-12-31'), null, { cancelled: true }],
  ] as const)('F093 %s', (_name, row, endsOn, ending) => {
    expect(end(row, endsOn)).toEqual(accepted({ ending }))
  })

  test.each([
    ['before its first day', relation(), '2024-12-31'],
    ['later than planned', planned, '2027-01-01'],
    ['when it was planned to', planned, '2026-12-31'],
    ['what is over', relation({ validTo: '2026-10-14' }), '2026-10-01'],
    ['what is over, at once', relation({ validTo: '2026-10-14' }), null],
    ['what was cancelled', relation({ cancelled: true }), TODAY],
    ['what was cancelled, at once', relation({ cancelled: true }), null],
  ] as const)('F093 not %s', (_name, row, endsOn) => {
    expect(end(row, endsOn)).toEqual(refused('PERIOD_INVALID'))
  })

  test('F093 a stranger may not', () => {
    for (const endsOn of [TODAY, null])
      expect(end(relation(), endsOn, who.stranger)).toEqual(refused('NOT_PERMITTED'))
  })
})
