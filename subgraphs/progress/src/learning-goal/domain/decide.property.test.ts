import { brandId } from '@kompetanse/schema/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { availableCommands, decideGoal } from './decide.ts'
import { GOAL_COMMANDS, type Goal, type GoalRole } from './goal.ts'
import { aCommand, aSituation, ADA, LEADER } from './testing.ts'
import { TRANSITIONS } from './transitions.ts'

const role = fc.constantFrom<GoalRole>(
  { kind: 'TRAINEE' },
  { kind: 'LEADER' },
  { kind: 'DEPUTY', leaderId: LEADER },
  { kind: 'DELEGATE', chosen: true },
  { kind: 'DELEGATE', chosen: false },
  { kind: 'MENTOR' },
  { kind: 'SUPERVISOR' },
  { kind: 'DIRECTORATE' },
)
const step = fc.record({
  command: fc.constantFrom(...GOAL_COMMANDS).map(aCommand),
  roles: fc.array(role, { maxLength: 3 }),
  actorId: fc.constantFrom(ADA, LEADER, brandId<'Person'>('somebody')),
  planArchived: fc.boolean(),
})

/** What each state must have and must not have, said apart from the types that say it too. */
function isConsistent(goal: Goal): boolean {
  const completed = ['COMPLETED', 'WAITING', 'REJECTED', 'APPROVED'].includes(goal.status)
  const sent = ['WAITING', 'REJECTED', 'APPROVED'].includes(goal.status)
  const decided = goal.status === 'REJECTED' || goal.status === 'APPROVED'
  return (
    'completion' in goal === completed &&
    'request' in goal === sent &&
    'decision' in goal === decided &&
    (!('decision' in goal) || goal.decision.outcome === goal.status)
  )
}

test('no sequence of commands, by anybody, reaches an inconsistent state', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let goal: Goal = { status: 'NOT_STARTED' }
      for (const { command, ...rest } of steps) {
        const situation = aSituation(rest)
        const offered = availableCommands(goal.status, situation).includes(command.name)
        const verdict = decideGoal(goal, command, situation)
        if (verdict.kind === 'refused') continue
        expect(offered).toBe(true)
        const target = (TRANSITIONS[goal.status] as Record<string, string>)[command.name]
        expect(verdict.next.status).toBe(target)
        expect(verdict.event).toMatchObject({ from: goal.status, to: verdict.next.status })
        goal = verdict.next
        expect(isConsistent(goal)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
