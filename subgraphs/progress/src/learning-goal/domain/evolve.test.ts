import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { decideGoal } from './decide.ts'
import type { GoalCommand, GoalRole, GoalStatus } from './goal.ts'
import { capacity, forbidden } from './permission.ts'
import { aCommand, aGoal, aSituation, ADA, DELEGATE, LEADER, NOW } from './testing.ts'

const COMPLETION = { completedOn: '2026-09-01', comment: 'Ferdig' }
const REQUEST = { approverId: DELEGATE, role: 'DELEGATE', sentAt: new Date('2026-09-02T08:00:00Z') }
const CHOSEN = { kind: 'DELEGATE', chosen: true } as const
const PASSED_OVER = { kind: 'DELEGATE', chosen: false } as const
const DEPUTY = { kind: 'DEPUTY', leaderId: LEADER } as const

function decide(status: GoalStatus, command: GoalCommand, rest: Parameters<typeof aSituation>[0]) {
  const decision = decideGoal(aGoal(status), command, aSituation(rest))
  if (decision.kind !== 'accepted') throw new Error(decision.code)
  return decision
}
const trainee = { actorId: ADA, roles: [{ kind: 'TRAINEE' }] } as const
const leader = { actorId: LEADER, roles: [{ kind: 'LEADER' }] } as const

describe('what a goal becomes', () => {
  test('F053 completed: the day and the words, today being the last day there is', () => {
    const command = { name: 'COMPLETE', completedOn: '2026-09-15', comment: 'Nå' } as const
    const completion = { completedOn: '2026-09-15', comment: 'Nå' }
    expect(decide('REJECTED', command, trainee).next).toEqual({ status: 'COMPLETED', completion })
  })

  test('F054 sent: to whom, as what and when, among several who may approve', () => {
    const approvers = [
      { personId: brandId<'Person'>('other'), role: 'DELEGATE' },
      { personId: LEADER, role: 'LEADER' },
    ] as const
    expect(decide('COMPLETED', aCommand('SEND_FOR_APPROVAL'), { ...trainee, approvers }).next).toEqual({
      ...{ status: 'WAITING', completion: COMPLETION },
      request: { approverId: LEADER, role: 'LEADER', sentAt: NOW },
    })
  })

  test('F055 recalled: completed as before; F053 opened again: nothing is left of it', () => {
    const recalled = { status: 'COMPLETED', completion: COMPLETION }
    expect(decide('WAITING', aCommand('RECALL'), trainee).next).toEqual(recalled)
    expect(decide('REJECTED', aCommand('REOPEN'), trainee).next).toEqual({ status: 'IN_PROGRESS' })
  })

  test.each([
    ['APPROVE', 'APPROVED'],
    ['REJECT', 'REJECTED'],
  ] as const)('F070 F116 %s: by whom, in which capacity, of what', (name, outcome) => {
    const made = { decidedById: LEADER, onBehalfOfId: null, source: 'LEADER', decidedAt: NOW }
    expect(decide('WAITING', { name, comment: 'Ord' }, leader).next).toEqual({
      ...{ status: outcome, completion: COMPLETION, request: REQUEST },
      decision: { outcome, ...made, comment: 'Ord', digest: 'd1' },
    })
  })

  test('F118 cancelled: waits with whom it was sent to, from now, and no decision is left', () => {
    expect(decide('APPROVED', aCommand('REVOKE_APPROVAL'), leader).next).toEqual({
      ...{ status: 'WAITING', completion: COMPLETION, request: { ...REQUEST, sentAt: NOW } },
    })
  })

  test('F052 an attachment begins what was not begun, and leaves the rest as it was', () => {
    const attached = (status: GoalStatus) => decide(status, aCommand('ATTACH'), trainee).next
    expect(attached('NOT_STARTED')).toEqual({ status: 'IN_PROGRESS' })
    expect(attached('COMPLETED')).toEqual(aGoal('COMPLETED'))
    expect(attached('REJECTED')).toEqual(aGoal('REJECTED'))
  })

  test('F051 a comment leaves it as it was', () => {
    expect(decide('WAITING', aCommand('COMMENT'), trainee).next).toEqual(aGoal('WAITING'))
    expect(decide('NOT_STARTED', aCommand('COMMENT'), trainee).next).toEqual(aGoal('NOT_STARTED'))
  })
})

/** From, command, by whom: to, words, digest, capacity, for whom. */
const ENTRIES = [
  ['NOT_STARTED', 'COMPLETE', trainee, 'COMPLETED', 'Ord', null, null, null],
  ['COMPLETED', 'SEND_FOR_APPROVAL', trainee, 'WAITING', null, null, null, null],
  ['WAITING', 'RECALL', trainee, 'COMPLETED', null, null, null, null],
  ['REJECTED', 'REOPEN', trainee, 'IN_PROGRESS', null, null, null, null],
  ['WAITING', 'APPROVE', leader, 'APPROVED', 'Ord', 'd1', 'LEADER', null],
  ['WAITING', 'REJECT', { roles: [DEPUTY] }, 'REJECTED', 'Ord', 'd1', 'DEPUTY', LEADER],
  ['APPROVED', 'REVOKE_APPROVAL', { roles: [DEPUTY] }, 'WAITING', 'Ord', null, 'DEPUTY', LEADER],
  ['APPROVED', 'COMMENT', leader, 'APPROVED', 'Ord', null, null, null],
  ['COMPLETED', 'ATTACH', trainee, 'COMPLETED', null, null, null, null],
] as const

describe('F021 the entry in the history', () => {
  test.each(ENTRIES)('%s: %s', (from, name, who, to, comment, digest, source, onBehalfOfId) => {
    const command = { ...aCommand(name), ...(comment && { comment }) } as GoalCommand
    const { event } = decide(from, command, { ...who, roles: [...who.roles] })
    const byId = 'actorId' in who ? who.actorId : 'clara'
    expect(event).toEqual({ command: name, from, to, byId, onBehalfOfId, at: NOW, comment, digest, source })
  })

  test('words that a command does not take are not kept', () => {
    const command = { ...aCommand('RECALL'), comment: 'Ord' } as GoalCommand
    expect(decide('WAITING', command, trainee).event.comment).toBeNull()
  })
})

describe('F012 F095 F096 in which capacity somebody decides', () => {
  const DIRECTORATE = { kind: 'DIRECTORATE' } as const
  test.each<[string, readonly GoalRole[], string, string | null]>([
    ['the leader needs no deputyship', [DIRECTORATE, CHOSEN, DEPUTY, { kind: 'LEADER' }], 'LEADER', null],
    ['a deputy no delegation', [DIRECTORATE, CHOSEN, DEPUTY], 'DEPUTY', LEADER],
    ['a delegate no office', [DIRECTORATE, CHOSEN], 'DELEGATE', null],
    ['who was not chosen decides by the office', [PASSED_OVER, DIRECTORATE], 'DIRECTORATE', null],
  ])('%s', (_why, roles, source, onBehalfOfId) => {
    expect(capacity(roles)).toEqual({ source, onBehalfOfId })
  })

  test('who decides nothing has none', () => {
    expect(() => capacity([PASSED_OVER, { kind: 'MENTOR' }])).toThrow('none of the roles decides')
  })

  test('F095 who was not chosen decides nothing and discusses nothing', () => {
    for (const name of ['APPROVE', 'REJECT', 'COMMENT'] as const) {
      expect(forbidden(name, [PASSED_OVER])).toBe('NOT_PERMITTED')
      expect(forbidden(name, [CHOSEN])).toBeNull()
    }
  })
})
