import { accepted, acceptedUnless, refused, type Decision } from '@kompetanse/command/decision'
import type { Id } from '@kompetanse/schema/ids'
import type { PlanRefusal } from './decide.ts'

const MOST_ROWS = 200

/** Who is to get which plan. */
export interface Pair {
  readonly traineeId: Id<'Person'>
  readonly planTemplateId: Id<'PlanTemplate'>
}

export interface NewPlan extends Pair {
  readonly planVersionId: Id<'PlanVersion'>
}

/** Whether so many pairs are assigned at once. */
export function decideRows(rows: number): Decision<object, PlanRefusal> {
  if (rows === 0) return refused('ROWS_EMPTY')
  return acceptedUnless(rows > MOST_ROWS ? 'TOO_MANY_ROWS' : null, {})
}

/** What an assignment depends on. */
export interface Assignable {
  /** Whether the actor leads a trainee, by the trainees that the actor sees. */
  readonly leads: ReadonlyMap<Id<'Person'>, boolean>
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
  { leads, versions }: Assignable,
): Decision<{ readonly plan: NewPlan }, PlanRefusal> | Unknown {
  const { traineeId, planTemplateId } = pair
  if (!leads.has(traineeId)) return { kind: 'unknown', id: traineeId }
  if (!leads.get(traineeId)) return refused('NOT_PERMITTED')
  const planVersionId = versions.get(planTemplateId)
  if (!planVersionId) return { kind: 'unknown', id: planTemplateId }
  return accepted({ plan: { ...pair, planVersionId } })
}
