import { expect, test } from 'vitest'
import { administeredRegions, scopeOf } from './scopes.ts'

const VEST = { code: 'HELSE_VEST' as const, name: 'Helse Vest' }
const NORD = { code: 'HELSE_NORD' as const, name: 'Helse Nord' }

test('F026 the regions that somebody administers are each there once', () => {
  const grants = [
    { role: 'REGIONAL_ADMIN' as const, region: VEST },
    { role: 'REGIONAL_ADMIN' as const, region: NORD },
    { role: 'REGIONAL_ADMIN' as const, region: VEST },
    { role: 'SUPPORT' as const, region: null },
  ]
  expect(administeredRegions(grants)).toEqual([VEST, NORD])
})

test('F026 a role is given in one scope, by one field', () => {
  expect(scopeOf({ region: null, enterprise: { id: 'e' } })).toEqual({ enterpriseId: 'e' })
  expect(scopeOf({ region: VEST, enterprise: null })).toEqual({ regionCode: 'HELSE_VEST' })
  expect(scopeOf({ region: null, enterprise: null })).toBeNull()
})
