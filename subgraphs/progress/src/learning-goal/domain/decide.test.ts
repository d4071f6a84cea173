import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, it, test } from 'vitest'
import { availableCommands, decideGoal } from './decide.ts'
import { GOAL_COMMANDS, type Goal, type GoalCommand, type GoalCommandName, type GoalRole } from './goal.ts'
import { aCommand, aGoal, aSituation, ADA, CLARA, DELEGATE, LEADER, NOW, STATUSES } from './testing.ts'

const ROLES = {
  trainee: { kind: 'TRAINEE' },
  leader: { kind: 'LEADER' },
  deputy: { kind: 'DEPUTY', leaderId: LEADER },
  chosen: { kind: 'DELEGATE', chosen: true },
  passedOver: { kind: 'DELEGATE', chosen: false },
  mentor: { kind: 'MENTOR' },
  supervisor: { kind: 'SUPERVISOR' },
  directorate: { kind: 'DIRECTORATE' },
  stranger: null,
} as const satisfies Record<string, GoalRole | null>
type Who = keyof typeof ROLES
const WHO = Object.keys(ROLES) as Who[]

const deciders = ['leader', 'deputy', 'chosen', 'directorate']
const discussing = ['trainee', 'leader', 'deputy', 'chosen', 'mentor', 'supervisor']

/** Who may give each command, and in which states. Written from the requirements, not from the code. */
const TRUTH: Record<GoalCommandName, { who: readonly string[]; states: readonly string[] }> = {
  COMPLETE: { who: ['trainee'], states: ['NOT_STARTED', 'IN_PROGRESS', 'REJECTED'] },
  REOPEN: { who: ['trainee'], states: ['COMPLETED', 'REJECTED'] },
  SEND_FOR_APPROVAL: { who: ['trainee'], states: ['COMPLETED', 'REJECTED'] },
  RECALL: { who: ['trainee'], states: ['WAITING'] },
  APPROVE: { who: deciders, states: ['WAITING', 'REJECTED'] },
  REJECT: { who: deciders, states: ['WAITING'] },
  REVOKE_APPROVAL: { who: ['leader', 'deputy'], states: ['APPROVED'] },
  COMMENT: { who: discussing, states: STATUSES },
  ATTACH: { who: ['trainee', 'mentor'], states: ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'REJECTED'] },
}

const situationOf = (who: Who) => {
  const role = ROLES[who]
  return aSituation({ actorId: who === 'trainee' ? ADA : CLARA, roles: role ? [role] : [] })
}

describe.each(GOAL_COMMANDS)('F014 F054 F070 who may %s and when', (name) => {
  describe.each(STATUSES)('in %s', (status) => {
    it.each(WHO)('as %s', (who) => {
      const { who: allowed, states } = TRUTH[name]
      const verdict = decideGoal(aGoal(status), aCommand(name), situationOf(who))
      const offered = availableCommands(status, situationOf(who)).includes(name)
      const expected = !states.includes(status)
        ? 'NOT_IN_THIS_STATE'
        : allowed.includes(who)
          ? 'accepted'
          : who === 'trainee' && ['APPROVE', 'REJECT', 'REVOKE_APPROVAL'].includes(name)
            ? 'OWN_GOAL'
            : 'NOT_PERMITTED'
      expect(verdict.kind === 'accepted' ? 'accepted' : verdict.code).toBe(expected)
      expect(offered).toBe(expected === 'accepted')
    })
  })
})

const asLeader = aSituation({ actorId: LEADER, roles: [{ kind: 'LEADER' }] })
const asTrainee = aSituation({ actorId: ADA, roles: [{ kind: 'TRAINEE' }] })
const code = (goal: Goal, command: GoalCommand, situation = asTrainee) => {
  const verdict = decideGoal(goal, command, situation)
  return verdict.kind === 'refused' ? verdict.code : 'accepted'
}

describe('refusals', () => {
  test('F116 a comment is required before rejecting', () => {
    expect(code(aGoal('WAITING'), { name: 'REJECT', comment: null }, asLeader)).toBe('COMMENT_REQUIRED')
    expect(code(aGoal('WAITING'), { name: 'REJECT', comment: '' }, asLeader)).toBe('COMMENT_REQUIRED')
  })
  test('F051 an empty comment is none', () => {
    expect(code(aGoal('IN_PROGRESS'), { name: 'COMMENT', comment: '' })).toBe('COMMENT_REQUIRED')
  })
  test('F053 nothing is completed tomorrow', () => {
    const complete = (completedOn: string) =>
      ({ name: 'COMPLETE', completedOn, comment: null }) as const satisfies GoalCommand
    expect(code(aGoal('IN_PROGRESS'), complete('2026-09-16'))).toBe('DATE_IN_FUTURE')
    expect(code(aGoal('IN_PROGRESS'), complete('2026-09-15'))).toBe('accepted')
  })
  test('F054 it is sent to one of the approver choices, never to oneself', () => {
    const approvers = [ADA, LEADER].map((personId) => ({ personId, role: 'LEADER' as const }))
    const send = (approverId: Id<'Person'>) =>
      code(aGoal('COMPLETED'), { name: 'SEND_FOR_APPROVAL', approverId }, { ...asTrainee, approvers })
    expect(send(brandId('stranger'))).toBe('APPROVER_NOT_ELIGIBLE')
    expect(send(ADA)).toBe('APPROVER_NOT_ELIGIBLE')
    expect(send(LEADER)).toBe('accepted')
  })
  test('F012 who stands in for their own leader does not decide on their own goal', () => {
    const both = aSituation({
      actorId: ADA,
      roles: [{ kind: 'TRAINEE' }, { kind: 'DEPUTY', leaderId: LEADER }],
    })
    expect(code(aGoal('WAITING'), aCommand('APPROVE'), both)).toBe('OWN_GOAL')
    expect(availableCommands('WAITING', both)).toEqual(['RECALL', 'COMMENT'])
  })
  test('F068 nothing changes in an archived plan', () => {
    for (const name of GOAL_COMMANDS)
      expect(code(aGoal('WAITING'), aCommand(name), { ...asLeader, planArchived: true })).toBe(
        'PLAN_ARCHIVED',
      )
  })
  test('F055 what has been decided is not recalled', () => {
    expect(code(aGoal('APPROVED'), { name: 'RECALL' })).toBe('NOT_IN_THIS_STATE')
  })
})

describe('what a decision leaves behind', () => {
  test('F096 F095 the leader decides on what was sent to a delegate', () => {
    const verdict = decideGoal(aGoal('WAITING'), { name: 'APPROVE', comment: 'Godt!' }, asLeader)
    expect(verdict).toMatchObject({
      kind: 'accepted',
      next: {
        status: 'APPROVED',
        request: { approverId: DELEGATE, role: 'DELEGATE' },
        decision: {
          outcome: 'APPROVED',
          decidedById: LEADER,
          source: 'LEADER',
          onBehalfOfId: null,
          decidedAt: NOW,
          comment: 'Godt!',
          digest: 'd1',
        },
      },
      event: { command: 'APPROVE', from: 'WAITING', to: 'APPROVED', digest: 'd1', source: 'LEADER' },
    })
  })
  test('F012 a deputy decides on behalf of the leader', () => {
    const verdict = decideGoal(
      aGoal('WAITING'),
      { name: 'REJECT', comment: 'Mangler epikrise' },
      situationOf('deputy'),
    )
    expect(verdict).toMatchObject({
      next: { status: 'REJECTED', decision: { source: 'DEPUTY', onBehalfOfId: LEADER } },
      event: { onBehalfOfId: LEADER, comment: 'Mangler epikrise' },
    })
  })
  test('F117 a rejected goal is approved without being sent again', () => {
    expect(decideGoal(aGoal('REJECTED'), { name: 'APPROVE', comment: null }, asLeader)).toMatchObject({
      next: { status: 'APPROVED', request: { approverId: DELEGATE } },
    })
  })
  test('F118 a cancelled approval waits again with whom it was sent to', () => {
    const verdict = decideGoal(aGoal('APPROVED'), { name: 'REVOKE_APPROVAL', comment: 'Feil mål' }, asLeader)
    expect(verdict).toMatchObject({
      next: { status: 'WAITING', request: { approverId: DELEGATE, role: 'DELEGATE', sentAt: NOW } },
      event: { command: 'REVOKE_APPROVAL', from: 'APPROVED', to: 'WAITING', comment: 'Feil mål' },
    })
    expect(verdict).not.toHaveProperty('next.decision')
  })
})
