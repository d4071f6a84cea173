import type { Grant } from '@kompetanse/schema/actor-token'
import { describe, expect, test } from 'vitest'
import type { Asker } from './asker.ts'
import { decideOpening } from './record-opening.ts'

const trainee = { id: 'ada', enterpriseId: 'bergen', regionCode: 'HELSE_VEST' }
const grant = (role: Grant['role'], scope: Partial<Grant> = {}): Grant => ({
  ...{ role, enterpriseId: null, regionCode: null },
  ...scope,
})
const asker = (...grants: Grant[]): Asker => ({ personId: 'siv', leadsAs: new Set(['siv']), grants })
const WHY = 'Ada ringte: hun får ikke sendt til signering.'
const bergen = grant('LOCAL_ADMIN', { enterpriseId: 'bergen' })

describe('B32 who opens a record, and by which role', () => {
  test.each([
    ['an administrator of the enterprise', [bergen], 'LOCAL_ADMIN'],
    ['of another', [grant('LOCAL_ADMIN', { enterpriseId: 'oslo' })], null],
    ['of the region', [grant('REGIONAL_ADMIN', { regionCode: 'HELSE_VEST' })], 'REGIONAL_ADMIN'],
    ['of another region', [grant('REGIONAL_ADMIN', { regionCode: 'HELSE_NORD' })], null],
    ['support', [grant('SUPPORT')], 'SUPPORT'],
    ['the Directorate', [grant('DIRECTORATE')], 'DIRECTORATE'],
    ['who has several, by the narrowest', [grant('SUPPORT'), bergen], 'LOCAL_ADMIN'],
    ['who has none', [], null],
  ])('%s', (_who, grants, role) => {
    const decision = decideOpening({ trainee, reason: WHY }, asker(...grants))
    expect(decision).toEqual(role ? { role, reason: WHY } : { rejected: 'NOT_PERMITTED' })
  })

  test('nobody opens their own', () => {
    const own = { ...asker(grant('SUPPORT')), personId: 'ada' }
    expect(decideOpening({ trainee, reason: WHY }, own)).toEqual({ rejected: 'NOT_PERMITTED' })
  })

  test.each([
    ['none', null, 'REASON_INVALID'],
    ['too short to be one', 'fordi jeg', 'REASON_INVALID'],
    ['too long', 'x'.repeat(501), 'REASON_INVALID'],
    ['with a national identity number', 'gjelder 01019012480, som ringte', 'NATIONAL_ID_FOUND'],
  ])('a reason is asked for: %s', (_what, reason, rejected) => {
    expect(decideOpening({ trainee, reason }, asker(grant('SUPPORT')))).toEqual({ rejected })
  })
})
