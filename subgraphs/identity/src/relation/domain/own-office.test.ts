import { accepted, refused } from '@kompetanse/command/decision'
import { brandId } from '@kompetanse/schema/ids'
import { RELATION_KINDS, ROLES, type RelationKind, type Role } from '@kompetanse/schema/roles'
import { describe, expect, test } from 'vitest'
import type { Authority } from '../../authority/domain/authority.ts'
import { decideRegistration } from './relation.ts'
import { authority, TODAY, trainee } from './testing.ts'

describe('B32 by office nobody names oneself', () => {
  const grants = ROLES.map((role) => ({
    role,
    regionCode: role === 'REGIONAL_ADMIN' ? trainee.regionCode : null,
    enterpriseId: role === 'LOCAL_ADMIN' ? trainee.enterpriseId : null,
  }))
  const holds = (role: Role) => grants.filter((grant) => grant.role === role)
  const name = (kind: RelationKind, by: Authority, id = by.personId) =>
    decideRegistration(
      { kind, trainee, person: { id, active: true, isTrainee: false }, validFrom: TODAY, relations: [] },
      { authority: by, today: TODAY },
    )
  const cases = RELATION_KINDS.flatMap((kind) => ROLES.map((role) => [kind, role] as const))
  const forbidden = refused('NOT_PERMITTED')
  const leads = ['LEADER']

  test.each(cases)('B32 %s by %s', (kind, role) => {
    const officer = authority('officer', { grants: holds(role) })
    expect(name(kind, officer)).toEqual(forbidden)
    const administrator = role.endsWith('ADMIN')
    expect(name(kind, officer, brandId('colleague'))).toEqual(
      administrator ? accepted({ ends: null }) : forbidden,
    )
    // As leader, one whom the officer stands in for would be the officer.
    const standIn = { ...officer, leadsAs: new Set(['officer', 'other'].map(brandId<'Person'>)) }
    expect(name(kind, standIn, brandId('other'))).toEqual(
      administrator && !leads.includes(kind) ? accepted({ ends: null }) : forbidden,
    )
  })

  test.each(cases)('F045 F062 %s by the trainee’s leader, or their deputy, who is %s too', (kind, role) => {
    const own = { grants: holds(role) }
    expect(name(kind, authority('leader', own))).toEqual(accepted({ ends: null }))
    const deputy = authority('officer', {
      ...own,
      leadsAs: new Set(['officer', 'leader'].map(brandId<'Person'>)),
    })
    expect(name(kind, deputy)).toEqual(accepted({ ends: null }))
  })
})
