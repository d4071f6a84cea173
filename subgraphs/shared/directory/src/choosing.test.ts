import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { fits, PURPOSES, reachOf, type Candidate } from './choosing.ts'

const actor = (...grants: Grant[]): Actor => ({
  kind: 'person',
  personId: brandId('me'),
  trainee: false,
  grants,
})
const role = (name: Grant['role'], where: Partial<Grant> = {}): Grant => ({
  ...{ role: name, regionCode: null, enterpriseId: null },
  ...where,
})

describe('F062 where an actor finds persons', () => {
  test.each([
    ['who has no role: near', [], { everywhere: false, enterpriseIds: ['near'], regionCodes: [] }],
    [
      'a local administrator: the enterprise too',
      [role('LOCAL_ADMIN', { enterpriseId: brandId('mine') })],
      { everywhere: false, enterpriseIds: ['near', 'mine'], regionCodes: [] },
    ],
    [
      'a regional administrator: the region too',
      [role('REGIONAL_ADMIN', { regionCode: 'HELSE_VEST' })],
      { everywhere: false, enterpriseIds: ['near'], regionCodes: ['HELSE_VEST'] },
    ],
    [
      'a role counts in its own kind of place alone',
      [
        role('LOCAL_ADMIN', { enterpriseId: brandId('mine'), regionCode: 'HELSE_VEST' }),
        role('REGIONAL_ADMIN', { enterpriseId: brandId('other'), regionCode: 'HELSE_NORD' }),
      ],
      { everywhere: false, enterpriseIds: ['near', 'mine'], regionCodes: ['HELSE_NORD'] },
    ],
    [
      'support: everywhere',
      [role('SUPPORT')],
      { everywhere: true, enterpriseIds: ['near'], regionCodes: [] },
    ],
    [
      'the Directorate: everywhere',
      [role('DIRECTORATE')],
      { everywhere: true, enterpriseIds: ['near'], regionCodes: [] },
    ],
  ] as const)('%s', (_who, grants, reach) => {
    expect(reachOf(actor(...grants), [brandId('near')])).toEqual(reach)
  })

  test('a machine finds nobody', () => {
    expect(reachOf({ ...actor(role('SUPPORT')), kind: 'machine' }, [brandId('near')])).toBeNull()
    expect(reachOf({ ...actor(), personId: brandId('') }, [brandId('near')])).toBeNull()
  })
})

describe.each(PURPOSES)('F062 chosen as %s', (purpose) => {
  const somebody: Candidate = { id: brandId('somebody'), active: true, isTrainee: false }
  test('a colleague is; who has left and the one it is for are not', () => {
    expect(fits(purpose, somebody, brandId('me'))).toBe(true)
    expect(fits(purpose, { ...somebody, active: false }, brandId('me'))).toBe(false)
    expect(fits(purpose, somebody, brandId('somebody'))).toBe(false)
  })
  test('F094 a trainee is, except as delegate', () => {
    expect(fits(purpose, { ...somebody, isTrainee: true }, brandId('me'))).toBe(purpose !== 'DELEGATE')
  })
})
