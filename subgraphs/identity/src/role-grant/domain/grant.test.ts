import type { Grant } from '@kompetanse/schema/actor-token'
import type { RegionCode } from '@kompetanse/schema/regions'
import { accepted, refused } from '@kompetanse/command/decision'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import type { Authority } from '../../authority/domain/authority.ts'
import {
  availableCommands,
  decideGrant,
  decideRevocation,
  grantableScopes,
  mayGrant,
  scopeFitsRole,
  type GrantRequest,
  type Scope,
} from './grant.ts'

const TODAY = '2026-10-15'
const by = (
  role: Grant['role'],
  regionCode: RegionCode | null = null,
  enterpriseId: Id<'Enterprise'> | null = null,
): Authority => ({
  personId: brandId('admin'),
  leadsAs: new Set(['admin'].map(brandId<'Person'>)),
  grants: [{ role, regionCode, enterpriseId }],
})
const who = {
  nobody: {
    personId: brandId('admin'),
    leadsAs: new Set(['admin'].map(brandId<'Person'>)),
    grants: [],
  } satisfies Authority,
  local: by('LOCAL_ADMIN', null, brandId('nordvag')),
  'local elsewhere': by('LOCAL_ADMIN', null, brandId('other')),
  regional: by('REGIONAL_ADMIN', 'MUNICIPAL'),
  'regional elsewhere': by('REGIONAL_ADMIN', 'HELSE_VEST'),
  support: by('SUPPORT'),
  directorate: by('DIRECTORATE'),
}
const local: Scope = {
  role: 'LOCAL_ADMIN',
  regionCode: null,
  enterprise: { id: brandId('nordvag'), regionCode: 'MUNICIPAL' },
}
const regional: Scope = { role: 'REGIONAL_ADMIN', regionCode: 'MUNICIPAL', enterprise: null }
const national: Scope = { role: 'SUPPORT', regionCode: null, enterprise: null }

// prettier-ignore
const TABLE: [keyof typeof who, boolean, boolean, boolean][] = [
  //                     local  regional national
  ['nobody',             false, false,   false],
  ['local',              true,  false,   false],
  ['local elsewhere',    false, false,   false],
  ['regional',           true,  true,    false],
  ['regional elsewhere', false, false,   false],
  ['support',            false, false,   false],
  ['directorate',        false, true,    true],
]

describe('F026 who gives which role', () => {
  test.each(TABLE)('F026 %s', (name, toLocal, toRegional, toNational) => {
    expect(mayGrant(who[name], local)).toBe(toLocal)
    expect(mayGrant(who[name], regional)).toBe(toRegional)
    expect(mayGrant(who[name], national)).toBe(toNational)
  })

  test('F026 a scope fits its role', () => {
    expect([local, regional, national].map(scopeFitsRole)).toEqual([true, true, true])
    expect(scopeFitsRole({ ...local, role: 'REGIONAL_ADMIN' })).toBe(false)
    expect(scopeFitsRole({ ...regional, role: 'SUPPORT' })).toBe(false)
    expect(scopeFitsRole({ ...national, role: 'LOCAL_ADMIN' })).toBe(false)
  })
})

describe('F026 giving and taking back', () => {
  const give = (rest: Partial<GrantRequest> = {}, authority: Authority = who.local) =>
    decideGrant(
      {
        scope: local,
        person: { id: brandId('person'), active: true, isTrainee: false },
        validFrom: TODAY,
        validTo: null,
        existing: [],
        ...rest,
      },
      { authority, today: TODAY },
    )

  test.each([
    ['given', {}, accepted({})],
    [
      'nobody gives oneself a role',
      { person: { id: brandId<'Person'>('admin'), active: true, isTrainee: false } },
      refused('NOT_PERMITTED'),
    ],
    ['above one’s place', { scope: national }, refused('NOT_PERMITTED')],
    ['of a place without the place', { scope: { ...local, enterprise: null } }, refused('SCOPE_INVALID')],
    ['of a place in a region', { scope: { ...regional, role: 'LOCAL_ADMIN' } }, refused('SCOPE_INVALID')],
    ['of a region in a place', { scope: { ...local, role: 'REGIONAL_ADMIN' } }, refused('SCOPE_INVALID')],
    ['of the nation in a region', { scope: { ...regional, role: 'SUPPORT' } }, refused('SCOPE_INVALID')],
    [
      'to who has left',
      { person: { id: brandId<'Person'>('person'), active: false, isTrainee: false } },
      refused('PERSON_NOT_QUALIFIED'),
    ],
    ['from a year ahead', { validFrom: '2027-10-16' }, accepted({})],
    ['from later than that', { validFrom: '2027-10-17' }, refused('PERIOD_INVALID')],
    ['from after to', { validTo: '2026-10-14' }, refused('PERIOD_INVALID')],
    ['for today alone', { validTo: TODAY }, accepted({})],
    ['until before it begins', { validFrom: '2026-11-02', validTo: '2026-11-01' }, refused('PERIOD_INVALID')],
    ['over already', { validFrom: '2026-10-01', validTo: '2026-10-14' }, refused('PERIOD_INVALID')],
    [
      'to the first day of the next',
      { validTo: '2026-10-31', existing: [{ validFrom: '2026-10-31', validTo: null }] },
      refused('ALREADY_REGISTERED'),
    ],
    [
      'to the day before the next',
      { validTo: '2026-10-30', existing: [{ validFrom: '2026-10-31', validTo: null }] },
      accepted({}),
    ],
    [
      'from the last day of the former',
      { existing: [{ validFrom: '2026-01-01', validTo: TODAY }] },
      refused('ALREADY_REGISTERED'),
    ],
    [
      'beside one of two',
      {
        existing: [
          { validFrom: '2025-01-01', validTo: '2025-12-31' },
          { validFrom: '2026-01-01', validTo: null },
        ],
      },
      refused('ALREADY_REGISTERED'),
    ],
    ['once more', { existing: [{ validFrom: '2026-01-01', validTo: null }] }, refused('ALREADY_REGISTERED')],
    ['after the former', { existing: [{ validFrom: '2026-01-01', validTo: '2026-10-14' }] }, accepted({})],
  ] as const)('F026 %s', (_name, rest, expected) => {
    expect(give(rest)).toEqual(expected)
  })

  const grant = {
    id: brandId<'RoleGrant'>('grant'),
    personId: brandId<'Person'>('person'),
    validTo: null,
    revoked: false,
  }
  test.each([
    ['by its giver’s equal', grant, who.local, accepted({}), ['REVOKE']],
    ['from another place', grant, who['local elsewhere'], refused('NOT_PERMITTED'), []],
    ['twice', { ...grant, revoked: true }, who.local, refused('NOT_PERMITTED'), []],
    ['on its last day', { ...grant, validTo: TODAY }, who.local, accepted({}), ['REVOKE']],
    ['after its last day', { ...grant, validTo: '2026-10-14' }, who.local, refused('NOT_PERMITTED'), []],
  ] as const)('F026 taken back %s', (_name, row, authority, expected, commands) => {
    const situation = { scope: local, authority, today: TODAY }
    expect(decideRevocation(row, situation)).toEqual(expected)
    expect(availableCommands(row, situation)).toEqual(commands)
  })
})

describe('F026 the scopes that a form offers', () => {
  const REGIONS = ['MUNICIPAL', 'HELSE_VEST'] as const
  const enterprises = [
    { id: brandId<'Enterprise'>('nordvag'), regionCode: REGIONS[0] },
    { id: brandId<'Enterprise'>('bergen'), regionCode: REGIONS[1] },
  ]
  const nowhere = { regionCode: null, enterprise: null }
  const localIn = (enterprise: (typeof enterprises)[number]) => ({
    ...nowhere,
    role: 'LOCAL_ADMIN',
    enterprise,
  })
  const regionalIn = (regionCode: RegionCode) => ({ ...nowhere, role: 'REGIONAL_ADMIN', regionCode })

  test.each([
    ['nobody', []],
    ['local', enterprises.slice(0, 1).map(localIn)],
    ['regional', [...enterprises.slice(0, 1).map(localIn), regionalIn('MUNICIPAL')]],
    ['support', []],
    [
      'directorate',
      [...REGIONS.map(regionalIn), { ...nowhere, role: 'SUPPORT' }, { ...nowhere, role: 'DIRECTORATE' }],
    ],
  ] as const)('%s', (name, offered) => {
    const places = { regionCodes: REGIONS, enterprises }
    expect(grantableScopes(who[name], places)).toEqual(offered)
  })

  test('a regional administrator of no region gives no national role, and a region is of that role alone', () => {
    expect(mayGrant(by('REGIONAL_ADMIN'), national)).toBe(false)
    expect(mayGrant(by('SUPPORT', 'MUNICIPAL'), regional)).toBe(false)
  })

  test('a local role without an enterprise is nobody’s to give', () => {
    for (const asker of Object.values(who))
      expect(mayGrant(asker, { ...local, enterprise: null })).toBe(false)
  })
})
