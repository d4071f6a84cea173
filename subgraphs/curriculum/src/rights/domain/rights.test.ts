import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { availableGoalCommands, mayAddActivity } from './rights.ts'

const grant = (role: Grant['role'], rest: Partial<Grant> = {}): Grant => ({
  ...{ role, regionCode: null, enterpriseId: null },
  ...rest,
})

test.each([
  ['the Directorate', [grant('DIRECTORATE')], ['ADD_ACTIVITY']],
  ['a region', [grant('REGIONAL_ADMIN', { regionCode: 'HELSE_VEST' })], ['ADD_ACTIVITY']],
  ['an enterprise', [grant('LOCAL_ADMIN', { enterpriseId: brandId('nordvag') })], []],
  ['support', [grant('SUPPORT')], []],
  ['who holds no role', [], []],
])('F026 what %s can do with a goal of the curriculum', (_who, grants, commands) => {
  expect(availableGoalCommands({ grants })).toEqual(commands)
  expect(mayAddActivity({ grants })).toBe(commands.length > 0)
})
