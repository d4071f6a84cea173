import { brandId } from '@kompetanse/schema/ids'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { expect, test } from 'vitest'
import { searchName } from '../../person/domain/search-name.ts'
import { administers, authorityOf, type Place } from './authority.ts'
import { isFarAhead } from './far-ahead.ts'

const PLACE: Place = { enterpriseId: brandId('here'), regionCode: 'MUNICIPAL' }
const may = (place: Place | null, ...grants: Grant[]) =>
  administers({ personId: brandId('admin'), leadsAs: new Set(), grants }, place)
const grant = (role: Grant['role'], enterpriseId: string | null, regionCode: Grant['regionCode']): Grant => ({
  ...{ role, regionCode },
  enterpriseId: enterpriseId === null ? null : brandId(enterpriseId),
})

test.each([
  [grant('LOCAL_ADMIN', 'here', null), true],
  [grant('LOCAL_ADMIN', 'there', null), false],
  // Of a region, one has not what only the other role gives.
  [grant('LOCAL_ADMIN', 'there', 'MUNICIPAL'), false],
  [grant('REGIONAL_ADMIN', null, 'MUNICIPAL'), true],
  [grant('REGIONAL_ADMIN', null, 'HELSE_VEST'), false],
  [grant('REGIONAL_ADMIN', 'here', 'HELSE_VEST'), false],
  [grant('SUPPORT', 'here', 'MUNICIPAL'), false],
  [grant('DIRECTORATE', 'here', 'MUNICIPAL'), false],
])('F026 by %j one administers the place: %s', (held, administersIt) => {
  expect(may(PLACE, held)).toBe(administersIt)
  expect(may(PLACE, grant('SUPPORT', null, null), held)).toBe(administersIt)
  expect(may(null, held)).toBe(false)
})

test('F026 without a role nobody administers anything', () => {
  expect(may(PLACE)).toBe(false)
})

test('F012 F026 what permissions rest on: who it is, whose leader they stand in for, and their roles', () => {
  const actor: Actor = {
    ...{ kind: 'person', trainee: false, personId: brandId('admin') },
    grants: [grant('LOCAL_ADMIN', 'here', null)],
  }
  const leadsAs = new Set([brandId<'Person'>('admin'), brandId<'Person'>('leader')])
  expect(authorityOf(actor, leadsAs)).toEqual({ personId: 'admin', leadsAs, grants: actor.grants })
  expect(administers(authorityOf(actor, leadsAs), PLACE)).toBe(true)
})

test('F012 F026 more than 366 days ahead is a slip of the pen', () => {
  expect(isFarAhead('2027-10-16', '2026-10-15')).toBe(false)
  expect(isFarAhead('2027-10-17', '2026-10-15')).toBe(true)
  expect(isFarAhead('2020-01-01', '2026-10-15')).toBe(false)
})

test.each([
  ['Ada', 'Solheim', ' ada solheim'],
  ['Per-Arne', 'Lunde', ' per arne lunde'],
  ['Åse  Marie', "O'Brien", " åse marie o'brien"],
  ['Siân (Sjå)', 'D’Arcy 2', ' siân sjå d’arcy 2'],
])('B03 %s %s is searched as “%s”', (given, family, text) => {
  expect(searchName(given, family)).toBe(text)
})
