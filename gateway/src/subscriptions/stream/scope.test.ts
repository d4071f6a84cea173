import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { expect, it } from 'vitest'
import { aPerson } from '../../../testing/subscriptions/world.ts'
import { scopeOf } from './scope.ts'

const support: Grant = { role: 'SUPPORT', regionCode: null, enterpriseId: null }
const local: Grant = { role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId('e') }
const open = (traineeId: string, until = '2026-01-01T00:00:00Z') => ({
  traineeId: brandId<'Person'>(traineeId),
  until,
})
const kari: Actor = { ...aPerson('kari', [support, local]), openRecords: [open('ada'), open('kim')] }

it.each([
  [
    'its parts in another order',
    { grants: kari.grants, trainee: false, personId: kari.personId, kind: 'person' },
  ],
  ['its grants in another order', { grants: [local, support] }],
  [
    'a grant written otherwise',
    { grants: [{ enterpriseId: null, regionCode: null, role: 'SUPPORT' }, local] },
  ],
  ['its open records in another order', { openRecords: [open('kim'), open('ada')] }],
] as const)('B02 whom subgraphs cannot tell apart may share a stream: %s', (_how, how) => {
  expect(scopeOf({ ...(how as Partial<Actor>), ...kari, ...(how as Partial<Actor>) })).toBe(scopeOf(kari))
})

it('B02 B32 no record opened and no word of it are one', () => {
  expect(scopeOf({ ...aPerson('kari'), openRecords: [] })).toBe(scopeOf(aPerson('kari')))
})

it.each<[string, Partial<Actor>]>([
  ['another person', { personId: brandId('ola') }],
  ['another kind', { kind: 'machine' }],
  ['a record of one’s own', { trainee: true }],
  ['another region', { regionCode: 'HELSE_NORD' }],
  ['a grant less', { grants: [support] }],
  ['a grant in another place', { grants: [support, { ...local, enterpriseId: brandId('f') }] }],
  ['a record less', { openRecords: [open('ada')] }],
  ['a record for another time', { openRecords: [open('ada'), open('kim', '2026-01-02T00:00:00Z')] }],
])('B02 B32 whom a subgraph may answer otherwise shares none: %s', (_how, how) => {
  expect(scopeOf({ ...kari, ...how })).not.toBe(scopeOf(kari))
})
