import { done, notFound, refused, type Outcome } from '@kompetanse/command'
import { eachOnce, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import { decideAssignment, decideRows, type Pair } from '../domain/assign.ts'
import type { PlanRefusal } from '../domain/plan.ts'
import { createPlans, versionsInForce } from '../persistence/create-plans.ts'
import { findPrescribed, findRoles } from '../persistence/trainees.ts'

export interface AssignRow extends Pair {
  /** Not found of the trainee or of the plan; which one is named by `id`. */
  readonly outcome: Outcome<{ readonly id: Id<'AssignedPlan'> }, PlanRefusal>
}

interface Assigned {
  readonly rows: readonly AssignRow[]
}

/** Table assignment (F101): each plan to each trainee, one outcome per pair, in the order trainee by trainee. */
export async function assignPlans(
  traineeIds: readonly Id<'Person'>[],
  planTemplateIds: readonly Id<'PlanTemplate'>[],
  context: GraphContext,
): Promise<Outcome<Assigned, PlanRefusal>> {
  const pairs = eachOnce(traineeIds).flatMap((traineeId) =>
    eachOnce(planTemplateIds).map((planTemplateId) => ({ traineeId, planTemplateId })),
  )
  const decision = decideRows(pairs.length)
  if (decision.kind === 'refused') return decision
  return done({ rows: await database.$transaction((tx) => assign(tx, pairs, context), { timeout: 30_000 }) })
}

async function assign(tx: Tx, pairs: readonly Pair[], context: GraphContext): Promise<readonly AssignRow[]> {
  const { actor, now } = context
  const traineeIds = pairs.map(({ traineeId }) => traineeId)
  const roles = await findRoles(tx, traineeIds, context)
  const templateIds = pairs.map(({ planTemplateId }) => planTemplateId)
  const versions = await versionsInForce(tx, [...new Set(templateIds)], now)
  const decided = pairs.map((pair) => ({ pair, decision: decideAssignment(pair, { roles, versions }) }))
  const plans = decided.flatMap(({ decision }) => (decision.kind === 'accepted' ? decision.plan : []))
  const created = await createPlans(tx, plans, { byId: actor.personId, at: now })
  const ids = new Map(created.map((plan) => [keyOf(plan), plan.id]))
  return decided.map(({ pair, decision }) => ({
    ...pair,
    outcome: outcomeOf(decision, ids.get(keyOf(pair))),
  }))
}

const keyOf = ({ traineeId, planTemplateId }: Pair) => `${traineeId} ${planTemplateId}`

function outcomeOf(
  decision: ReturnType<typeof decideAssignment>,
  id: Id<'AssignedPlan'> | undefined,
): AssignRow['outcome'] {
  if (decision.kind === 'unknown') return notFound(decision.id)
  if (decision.kind === 'refused') return decision
  return id === undefined ? refused('ALREADY_ASSIGNED') : done({ id })
}

/** All that the trainee's track prescribes (F102–F105). */
export async function assignTrackPlans(
  traineeId: Id<'Person'>,
  context: GraphContext,
): Promise<Outcome<Assigned, PlanRefusal>> {
  const planTemplateIds = await findPrescribed(traineeId, context)
  return planTemplateIds ? assignPlans([traineeId], planTemplateIds, context) : notFound(traineeId)
}
