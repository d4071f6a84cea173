import { targetOf } from '@kompetanse/command/workflow'
import { assert, constantFrom, property, subarray } from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVITY_COMMANDS, type Activity, type ActivityKind } from './activity.ts'
import { availableCommands, decideActivity } from './decide.ts'
import { aCommand, anActivity, aSituation, ROLES, STATUSES } from './testing.ts'
import { TRANSITIONS } from './transitions.ts'

const kinds = Object.keys(TRANSITIONS) as ActivityKind[]

test('whatever happens, in whatever order: what is offered is accepted, and the table names the next state', () => {
  const steps = constantFrom(...STATUSES)
  const roles = subarray(Object.values(ROLES), { minLength: 0 })
  assert(
    property(
      steps,
      constantFrom(...kinds),
      constantFrom(...ACTIVITY_COMMANDS),
      roles,
      (status, kind, name, held) => {
        const activity: Activity = anActivity(status)
        const situation = aSituation({ kind, roles: held, hasCertificate: true })
        const decision = decideActivity(activity, aCommand(name), situation)
        expect(decision.kind === 'accepted').toBe(availableCommands(status, situation).includes(name))
        if (decision.kind === 'refused') return
        expect(decision.next.status).toBe(targetOf(TRANSITIONS[kind], status, name))
        expect(decision.event.to).toBe(decision.next.status)
      },
    ),
    { numRuns: 2_000 },
  )
})
