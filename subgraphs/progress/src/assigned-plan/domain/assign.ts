import { accepted, acceptedUnless, refused, type Decision } from '@kompetanse/command/decision'
import type { Id } from '@kompetanse/schema/ids'
import { forbidden, onBehalfOf } from './permission.ts'
import type { PlanRefusal, PlanRole } from './plan.ts'

const MOST_ROWS = 200

/** Who is to get which plan. */
export interface Pair {
  readonly traineeId: Id<'Person'>
  readonly planTemplateId: Id<'PlanTemplate'>
}

export interface NewPlan extends Pair {
  readonly planVersionId: Id<'PlanVersion'>
  /** For whom a deputy assigns it. */
  readonly onBehalfOfId: Id<'Person'> | null
}

/** Whether so many pairs are assigned at once. */
export function decideRows(rows: number): Decision<object, PlanRefusal> {
  if (rows === 0) return refused('ROWS_EMPTY')
  return acceptedUnless(rows > MOST_ROWS ? 'TOO_MANY_ROWS' : null, {})
}

/** What an assignment depends on. */
export interface Assignable {
  /** What the actor is to the trainees that the actor sees. */
  readonly roles: ReadonlyMap<Id<'Person'>, readonly PlanRole[]>
  /** The version in force, by the templates that have one. */
  readonly versions: ReadonlyMap<Id<'PlanTemplate'>, Id<'PlanVersion'>>
}

/** The trainee or the template is not found, by this id. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly id: Pair[keyof Pair]
}

/**
 * Whether the actor gives a trainee a plan (F101): who leads them does, in the version of today. Whether they have it
 * already shows when it is written.
 */
export function decideAssignment(
  pair: Pair,
  { roles, versions }: Assignable,
): Decision<{ readonly plan: NewPlan }, PlanRefusal> | Unknown {
  const { traineeId, planTemplateId } = pair
  const own = roles.get(traineeId)
  if (!own) return { kind: 'unknown', id: traineeId }
  const code = forbidden('ASSIGN', own)
  if (code) return refused(code)
  const planVersionId = versions.get(planTemplateId)
  if (!planVersionId) return { kind: 'unknown', id: planTemplateId }
  return accepted({ plan: { ...pair, planVersionId, onBehalfOfId: onBehalfOf('ASSIGN', own) } })
}
