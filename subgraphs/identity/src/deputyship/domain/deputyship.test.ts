import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { accepted, refused } from '@kompetanse/command/decision'
import { ROLES } from '@kompetanse/schema/roles'
import type { Authority } from '../../authority/domain/authority.ts'
import {
  availableCommands,
  decideAppointment,
  decideEndOfDeputyship,
  type Appointment,
  type Deputyship,
} from './deputyship.ts'

const TODAY = '2026-10-15'
const place = { enterpriseId: brandId<'Enterprise'>('enterprise'), regionCode: 'MUNICIPAL' } as const
const authority = (personId: string, rest: Partial<Authority> = {}): Authority => ({
  personId: brandId(personId),
  leadsAs: new Set([brandId<'Person'>(personId)]),
  grants: [],
  ...rest,
})
const admin = authority('admin', {
  grants: [{ role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId('enterprise') }],
})
const deputyship: Deputyship = {
  id: brandId('deputyship'),
  leaderId: brandId('leader'),
  deputyId: brandId('deputy'),
  unitId: brandId('unit'),
  validFrom: '2026-10-01',
  validTo: '2026-10-31',
  cancelled: false,
}

describe('F012 appointing a deputy', () => {
  const appoint = (rest: Partial<Appointment> = {}, by: Authority = authority('leader')) =>
    decideAppointment(
      {
        leader: { id: brandId('leader'), leadsUnit: true },
        deputy: { id: brandId('deputy'), active: true, isTrainee: false },
        place,
        validFrom: '2026-11-01',
        validTo: '2026-11-30',
        existing: [deputyship],
        ...rest,
      },
      { authority: by, today: TODAY },
    )

  test.each([
    ['the leader', authority('leader'), accepted({})],
    ['an administrator of the place', admin, accepted({})],
    [
      'the deputy',
      authority('deputy', { leadsAs: new Set(['deputy', 'leader'].map(brandId<'Person'>)) }),
      refused('NOT_PERMITTED'),
    ],
    ['a stranger', authority('stranger'), refused('NOT_PERMITTED')],
  ] as const)('F012 by %s', (_name, by, expected) => {
    expect(appoint({}, by)).toEqual(expected)
  })

  test.each(ROLES)('B32 by office nobody appoints oneself: %s', (role) => {
    const regionCode = role === 'REGIONAL_ADMIN' ? place.regionCode : null
    const enterpriseId = role === 'LOCAL_ADMIN' ? place.enterpriseId : null
    const officer = authority('officer', { grants: [{ role, regionCode, enterpriseId }] })
    const deputy = { id: brandId<'Person'>('officer'), active: true, isTrainee: false }
    expect(appoint({ deputy }, officer)).toEqual(refused('NOT_PERMITTED'))
    expect(appoint({}, officer)).toEqual(role.endsWith('ADMIN') ? accepted({}) : refused('NOT_PERMITTED'))
    // What the leader gives is no office's gift.
    expect(appoint({ deputy })).toEqual(accepted({}))
  })

  test.each([
    [
      'who does not lead there',
      { leader: { id: brandId<'Person'>('leader'), leadsUnit: false } },
      'PERSON_NOT_QUALIFIED',
    ],
    [
      'oneself',
      { deputy: { id: brandId<'Person'>('leader'), active: true, isTrainee: false } },
      'PERSON_NOT_QUALIFIED',
    ],
    [
      'who has left',
      { deputy: { id: brandId<'Person'>('deputy'), active: false, isTrainee: false } },
      'PERSON_NOT_QUALIFIED',
    ],
    ['from after to', { validFrom: '2026-12-01' }, 'PERIOD_INVALID'],
    ['more than a year ahead', { validFrom: '2027-10-17', validTo: '2027-10-31' }, 'PERIOD_INVALID'],
    ['all in the past', { validFrom: '2026-09-01', validTo: '2026-09-30' }, 'PERIOD_INVALID'],
    ['over the one there is', { validFrom: '2026-10-31' }, 'PERIOD_OVERLAPS'],
  ] as const)('F012 refused: %s', (_name, rest, code) => {
    expect(appoint(rest)).toEqual(refused(code))
  })

  const before = { ...deputyship, validFrom: '2026-01-01', validTo: '2026-01-31' }
  test.each([
    ['for one day', { validFrom: '2026-11-01', validTo: '2026-11-01' }, accepted({})],
    ['for today alone', { validFrom: TODAY, validTo: TODAY, existing: [] }, accepted({})],
    [
      'to the day before the next',
      {
        validFrom: TODAY,
        validTo: '2026-10-31',
        existing: [{ ...deputyship, validFrom: '2026-11-01', validTo: '2026-11-30' }],
      },
      accepted({}),
    ],
    [
      'to the first day of the next',
      {
        validFrom: TODAY,
        validTo: '2026-11-01',
        existing: [{ ...deputyship, validFrom: '2026-11-01', validTo: '2026-11-30' }],
      },
      refused('PERIOD_OVERLAPS'),
    ],
    [
      'beside one of two',
      { validFrom: '2026-10-31', existing: [before, deputyship] },
      refused('PERIOD_OVERLAPS'),
    ],
  ] as const)('F012 appointed %s', (_name, rest, expected) => {
    expect(appoint(rest)).toEqual(expected)
  })

  test('F012 one that was cancelled is in the way of none', () => {
    const existing = [{ ...deputyship, cancelled: true }]
    expect(appoint({ validFrom: '2026-10-31', existing })).toEqual(accepted({}))
  })
})

describe('F012 ending a deputyship', () => {
  const end = (endsOn: string | null, by: Authority, rest: Partial<Deputyship> = {}) =>
    decideEndOfDeputyship({ ...deputyship, ...rest }, endsOn, { authority: by, place, today: TODAY })

  test.each([
    ['the leader', authority('leader'), accepted({ ending: { lastDay: TODAY } })],
    ['the deputy', authority('deputy'), accepted({ ending: { lastDay: TODAY } })],
    ['an administrator', admin, accepted({ ending: { lastDay: TODAY } })],
    ['a stranger', authority('stranger'), refused('NOT_PERMITTED')],
  ] as const)('F012 by %s', (_name, by, expected) => {
    expect(end(TODAY, by)).toEqual(expected)
  })

  test.each([
    ['the leader', authority('leader'), {}, ['END']],
    ['the deputy', authority('deputy'), {}, ['END']],
    ['an administrator', admin, {}, ['END']],
    ['a stranger', authority('stranger'), {}, []],
    ['the leader, of one that is over', authority('leader'), { validTo: '2026-10-14' }, []],
    ['the leader, of one that was cancelled', authority('leader'), { cancelled: true }, []],
  ] as const)('F012 is offered to %s', (_name, by, rest, commands) => {
    expect(availableCommands({ ...deputyship, ...rest }, { authority: by, place, today: TODAY })).toEqual(
      commands,
    )
  })

  test.each(['2026-09-29', '2026-09-30', '2026-10-31', '2026-11-15'])('F012 not on %s', (endsOn) => {
    expect(end(endsOn, authority('leader'))).toEqual(refused('PERIOD_INVALID'))
  })

  test.each([
    ['that has begun', {}, accepted({ ending: { lastDay: '2026-10-14' } })],
    ['on its first day', { validFrom: TODAY }, accepted({ ending: { cancelled: true } })],
    ['before it begins', { validFrom: '2026-10-20' }, accepted({ ending: { cancelled: true } })],
    ['that is over', { validTo: '2026-10-14' }, refused('PERIOD_INVALID')],
    ['that was cancelled', { cancelled: true }, refused('PERIOD_INVALID')],
  ] as const)('F012 at once, one %s', (_name, rest, expected) => {
    expect(end(null, authority('leader'), rest)).toEqual(expected)
  })
})
