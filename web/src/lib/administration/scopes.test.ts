import { expect, test } from 'vitest'
import { administeredRegions, scopeInput, scopeKey } from './scopes.ts'

const VEST = { __typename: 'Region' as const, code: 'HELSE_VEST' as const, name: 'Helse Vest' }
const NORD = { __typename: 'Region' as const, code: 'HELSE_NORD' as const, name: 'Helse Nord' }
const NORDVAG = { __typename: 'Enterprise' as const, id: 'e', name: 'Nordvåg kommune' }

test('F026 the regions that somebody administers are each there once', () => {
  const grants = [
    { role: 'REGIONAL_ADMIN', scope: VEST },
    { role: 'REGIONAL_ADMIN', scope: NORD },
    { role: 'REGIONAL_ADMIN', scope: VEST },
    { role: 'LOCAL_ADMIN', scope: NORDVAG },
    { role: 'SUPPORT', scope: null },
  ]
  expect(administeredRegions(grants)).toEqual([VEST, NORD])
})

test('F017 F026 a scope is given by one field, and none is the whole nation', () => {
  expect(scopeInput(NORDVAG)).toEqual({ enterpriseId: 'e' })
  expect(scopeInput(VEST)).toEqual({ regionCode: 'HELSE_VEST' })
  expect(scopeInput(null)).toBeNull()
})

test('F017 F026 scopes are told apart', () => {
  expect([VEST, NORD, NORDVAG, null].map(scopeKey)).toEqual(['HELSE_VEST', 'HELSE_NORD', 'e', ''])
})
