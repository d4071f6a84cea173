import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { stoodInFor } from './standing-in.ts'

const OWN = { kind: 'SIGNER' }
const DEPUTY = { kind: 'DEPUTY', leaderId: brandId<'Person'>('Ingrid') }
const OTHER = { kind: 'DEPUTY', leaderId: brandId<'Person'>('Sten') }

test.each([
  ['no role', [], null],
  ['a role of one’s own', [OWN], null],
  ['a deputy', [DEPUTY], 'Ingrid'],
  ['a deputy of two', [DEPUTY, OTHER], 'Ingrid'],
  ['a deputy who may in their own name', [DEPUTY, OWN], null],
  ['the same, in another order', [OWN, DEPUTY], null],
])('F012 by %s', (_name, roles, expected) => {
  expect(stoodInFor(roles)).toBe(expected)
})
