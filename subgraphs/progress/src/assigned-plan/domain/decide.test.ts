import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { availableCommands, decidePlan, stateOf } from './decide.ts'
import { PLAN_COMMANDS, type PlanCommandName, type PlanRole, type PlanState } from './plan.ts'

const INGRID = brandId<'Person'>('ingrid')
const LEADER: PlanRole[] = [{ kind: 'LEADER' }]
const DEPUTY: PlanRole[] = [{ kind: 'DEPUTY', leaderId: INGRID }]
const SUPPORT: PlanRole[] = [{ kind: 'SUPPORT' }]
const MENTOR: PlanRole[] = []

interface Given {
  readonly reason?: string | null
  readonly sameIsActive?: boolean
}

function outcome(state: PlanState, name: PlanCommandName, roles: readonly PlanRole[], given: Given = {}) {
  const { reason = 'Feil plan', sameIsActive = false } = given
  const decision = decidePlan(state, { name, reason }, { roles, sameIsActive })
  return decision.kind === 'refused' ? decision.code : decision.kind
}

const TRUTH: Record<PlanState, { leader: PlanCommandName[]; support: PlanCommandName[] }> = {
  NOT_BEGUN: { leader: ['DELETE'], support: [] },
  BEGUN: { leader: ['ARCHIVE'], support: ['DELETE_BEGUN'] },
  ARCHIVED: { leader: ['RESTORE'], support: ['DELETE_BEGUN'] },
}

describe.each(Object.entries(TRUTH) as [PlanState, (typeof TRUTH)[PlanState]][])(
  'F067 F068 F107 F108 a plan that is %s',
  (state, { leader, support }) => {
    test.each([
      ['its leader', LEADER, leader],
      ['who stands in for the leader', DEPUTY, leader],
      ['support', SUPPORT, support],
      ['a mentor', MENTOR, []],
    ] as const)('%s', (_who, roles, may) => {
      expect(availableCommands(state, roles)).toEqual(may)
      expect(PLAN_COMMANDS.filter((name) => outcome(state, name, roles) === 'accepted')).toEqual(may)
    })
  },
)

test.each([
  ['F107 a begun plan is not deleted by its leader', 'BEGUN', 'DELETE', LEADER, 'PLAN_BEGUN'],
  ['F068 a plan that is not begun is not archived', 'NOT_BEGUN', 'ARCHIVE', LEADER, 'PLAN_NOT_BEGUN'],
  ['F068 an archived plan is not archived again', 'ARCHIVED', 'ARCHIVE', LEADER, 'PLAN_ARCHIVED'],
  ['F068 an active plan is not restored', 'BEGUN', 'RESTORE', LEADER, 'ALREADY_ASSIGNED'],
  ['F108 a leader does not delete what is begun', 'BEGUN', 'DELETE_BEGUN', LEADER, 'NOT_PERMITTED'],
  ['F108 support deletes only what is begun', 'NOT_BEGUN', 'DELETE_BEGUN', SUPPORT, 'PLAN_NOT_BEGUN'],
] as const)('%s', (_name, state, command, roles, code) => {
  expect(outcome(state, command, roles)).toBe(code)
})

test.each<[string, PlanState, PlanCommandName, readonly PlanRole[], string | null]>([
  ['a deputy acts for the leader', 'BEGUN', 'ARCHIVE', DEPUTY, INGRID],
  [
    'a leader who stands in for another needs no deputyship',
    'BEGUN',
    'ARCHIVE',
    [...DEPUTY, ...LEADER],
    null,
  ],
  [
    'support acts by its office, whomever it stands in for',
    'BEGUN',
    'DELETE_BEGUN',
    [...DEPUTY, ...SUPPORT],
    null,
  ],
])('F012 %s', (_who, state, name, roles, onBehalfOfId) => {
  const decision = decidePlan(state, { name, reason: 'Feil plan' }, { roles, sameIsActive: false })
  expect(decision).toMatchObject({ kind: 'accepted', onBehalfOfId })
})

test('F108 support says why', () => {
  expect(outcome('BEGUN', 'DELETE_BEGUN', SUPPORT, { reason: null })).toBe('REASON_REQUIRED')
  expect(outcome('BEGUN', 'DELETE_BEGUN', SUPPORT, { reason: '' })).toBe('REASON_REQUIRED')
})

test('F068 a plan is not restored beside another active one of its template', () => {
  expect(outcome('ARCHIVED', 'RESTORE', LEADER, { sameIsActive: true })).toBe('ALREADY_ASSIGNED')
  expect(outcome('BEGUN', 'ARCHIVE', LEADER, { sameIsActive: true })).toBe('accepted')
})

test('F107 F108 a plan is archived, or else begun or not', () => {
  const begunAt = new Date('2026-09-15T10:00:00Z')
  expect(stateOf({ status: 'ARCHIVED', begunAt })).toBe('ARCHIVED')
  expect(stateOf({ status: 'ARCHIVED', begunAt: null })).toBe('ARCHIVED')
  expect(stateOf({ status: 'ACTIVE', begunAt })).toBe('BEGUN')
  expect(stateOf({ status: 'ACTIVE', begunAt: null })).toBe('NOT_BEGUN')
})

test('F108 only who deletes what was begun gives a reason', () => {
  expect(outcome('NOT_BEGUN', 'DELETE', LEADER, { reason: null })).toBe('accepted')
  expect(outcome('BEGUN', 'ARCHIVE', LEADER, { reason: null })).toBe('accepted')
  expect(outcome('BEGUN', 'DELETE_BEGUN', SUPPORT, { reason: null })).toBe('REASON_REQUIRED')
})
