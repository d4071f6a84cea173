import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { ROLES, type Role } from '@kompetanse/schema/roles'
import { expect, test } from 'vitest'
import { maySetRules, refuseRule, unitOf, type ProposedRule } from './decide-rule.ts'
import { RULE_CODES, type RuleCode, type RuleUnit } from './rule.ts'

const TODAY = '2026-10-15'
const actor = (roles: readonly Role[], kind: Actor['kind'] = 'person'): Actor => ({
  ...{ kind, personId: brandId<'Person'>('somebody'), trainee: false },
  grants: roles.map((role) => ({ role, regionCode: null, enterpriseId: null })),
})
const refusal = (about: Partial<ProposedRule>, by = actor(['SUPPORT'])) =>
  refuseRule(
    {
      ...{ code: 'UNSUPERVISED_COUNTS', value: 1, kinds: [], source: 'Rundskriv', validFrom: TODAY },
      ...about,
    },
    by,
    TODAY,
  )

/** What each threshold or choice is given in; by which its values are judged. */
const UNITS: Readonly<Record<RuleCode, RuleUnit>> = {
  REQUIRED_TOTAL: 'DAYS',
  REQUIRED_PART_1_HOSPITAL: 'DAYS',
  REQUIRED_PART_1_MUNICIPAL: 'DAYS',
  REQUIRED_AFTER_PART_1: 'DAYS',
  REQUIRED_OPEN_UNSELECTED_PRACTICE: 'DAYS',
  MAXIMUM_OTHER_SPECIALITY: 'DAYS',
  ALLOWANCE_PART_1_HOSPITAL: 'DAYS',
  ALLOWANCE_PART_1_MUNICIPAL: 'DAYS',
  ALLOWANCE_PERCENT_AFTER_PART_1: 'PERCENT',
  MINIMUM_FTE: 'PERCENT',
  NEEDS_SIGNATURE: 'SWITCH',
  COVID_EXEMPT_IN_PART_1: 'SWITCH',
  UNSUPERVISED_COUNTS: 'SWITCH',
  RESEARCH_COUNTS: 'SWITCH',
  DAYS_ARE_WORKING_OR_CALENDAR_DAYS: 'READING',
  ALLOWANCE_OF_PERIOD_OR_WHOLE: 'READING',
  OPEN_PRACTICE_ALLOWANCE: 'READING',
  OVERLAP_ABOVE_FULL_TIME: 'READING',
}
/** The values on both sides of each edge. 14640 are forty years of leap years. */
const VALUES: Readonly<Record<RuleUnit, { fit: readonly number[]; not: readonly number[] }>> = {
  DAYS: { fit: [0, 1, 14_640], not: [-1, 14_641] },
  PERCENT: { fit: [0, 50, 100], not: [-1, 101] },
  SWITCH: { fit: [0, 1], not: [-1, 0.5, 2] },
  READING: { fit: [1, 2], not: [0, 1.5, 3] },
}

test.each(RULE_CODES)('B04 F132 %s takes the values of its unit alone', (code) => {
  const unit = UNITS[code]
  expect(unitOf(code)).toBe(unit)
  const { fit, not } = VALUES[unit]
  expect(fit.map((value) => refusal({ code, value }))).toEqual(fit.map(() => null))
  expect(not.map((value) => refusal({ code, value }))).toEqual(not.map(() => 'VALUE_INVALID'))
})

test.each([
  ...ROLES.map((role) => [[role], role === 'SUPPORT'] as const),
  [[], false] as const,
  [['LOCAL_ADMIN', 'SUPPORT'], true] as const,
])('B04 who has %j may set rules: %s', (roles, may) => {
  expect(maySetRules(actor(roles))).toBe(may)
  expect(refusal({}, actor(roles))).toBe(may ? null : 'NOT_PERMITTED')
})

test.each(['machine', 'gateway'] as const)('B04 no %s sets rules, whatever it is granted', (kind) => {
  expect(maySetRules(actor(['SUPPORT'], kind))).toBe(false)
})

test.each([
  ['a rule says where it is written', { source: '' }, 'SOURCE_MISSING'],
  ['a rule of yesterday would change what people were shown', { validFrom: '2026-10-14' }, 'DATE_IN_PAST'],
  ['a rule of today', { validFrom: TODAY }, null],
  ['a rule of tomorrow', { validFrom: '2026-10-16' }, null],
] as const)('B04 %s', (_what, about, code) => {
  expect(refusal(about)).toBe(code)
})
