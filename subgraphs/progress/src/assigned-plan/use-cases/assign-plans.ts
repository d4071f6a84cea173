import { ledTrainee, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { done, notFound, refused, type NotFound, type Outcome, type Refused } from '@kompetanse/command'
import { eachOnce, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { PlanRefusal } from '../domain/decide.ts'
import { createPlans, versionsInForce, type NewPlan } from '../persistence/create-plans.ts'

export const MOST_ROWS = 200

export interface AssignRow {
  readonly traineeId: Id<'Person'>
  readonly planTemplateId: Id<'PlanTemplate'>
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
  if (pairs.length === 0) return refused('ROWS_EMPTY')
  if (pairs.length > MOST_ROWS) return refused('TOO_MANY_ROWS')
  return done({ rows: await database.$transaction((tx) => assign(tx, pairs, context), { timeout: 30_000 }) })
}

type Pair = Pick<AssignRow, 'traineeId' | 'planTemplateId'>

async function assign(tx: Tx, pairs: readonly Pair[], context: GraphContext): Promise<readonly AssignRow[]> {
  const { actor, now } = context
  const trainees = await traineesOf(tx, pairs, context)
  const templateIds = pairs.map(({ planTemplateId }) => planTemplateId)
  const versions = await versionsInForce(tx, [...new Set(templateIds)], now)
  const refusals = pairs.map((pair) => notAssignable(pair, trainees, versions))
  const wanted = pairs.filter((_pair, index) => refusals[index] === null)
  const plans = wanted.flatMap((pair): NewPlan | [] => {
    const planVersionId = versions.get(pair.planTemplateId)
    return planVersionId ? { ...pair, planVersionId } : []
  })
  const created = await createPlans(tx, plans, { byId: actor.personId, at: now })
  const ids = new Map(created.map((plan) => [keyOf(plan), plan.id]))
  return pairs.map((pair, index) => ({ ...pair, outcome: refusals[index] ?? doneOr(ids.get(keyOf(pair))) }))
}

const keyOf = ({ traineeId, planTemplateId }: Pair) => `${traineeId} ${planTemplateId}`

const doneOr = (id: Id<'AssignedPlan'> | undefined) =>
  id === undefined ? refused('ALREADY_ASSIGNED') : done({ id })

/** Whom the overview lists: who has left gets no plan. */
const IN_TRAINING = { isTrainee: true, active: true } as const

/** The trainees that the actor sees, and whether the actor leads them. */
async function traineesOf(tx: Tx, pairs: readonly Pair[], { actor, now }: GraphContext) {
  const id = { in: pairs.map(({ traineeId }) => traineeId) }
  const day = today(now)
  const where = { id, ...IN_TRAINING }
  const visible = await tx.person.findMany({
    where: { ...where, ...visibleTrainee(actor, day) },
    select: { id: true },
  })
  const led = await tx.person.findMany({
    where: { ...where, ...ledTrainee(actor, day) },
    select: { id: true },
  })
  const leads = new Set(led.map((person) => person.id))
  return new Map(visible.map((person) => [person.id, leads.has(person.id)]))
}

function notAssignable(
  { traineeId, planTemplateId }: Pair,
  trainees: ReadonlyMap<Id<'Person'>, boolean>,
  versions: ReadonlyMap<Id<'PlanTemplate'>, Id<'PlanVersion'>>,
): NotFound | Refused<PlanRefusal> | null {
  if (!trainees.has(traineeId)) return notFound(traineeId)
  if (!trainees.get(traineeId)) return refused('NOT_PERMITTED')
  return versions.has(planTemplateId) ? null : notFound(planTemplateId)
}

/** All that the trainee's track prescribes (F102–F105). */
export async function assignTrackPlans(
  traineeId: Id<'Person'>,
  context: GraphContext,
): Promise<Outcome<Assigned, PlanRefusal>> {
  const where = { id: traineeId, ...IN_TRAINING, ...visibleTrainee(context.actor, today(context.now)) }
  const trainee = await database.person.findFirst({ where })
  if (!trainee) return notFound(traineeId)
  const plans = await database.trackPlan.findMany({
    where: { trackCode: trainee.trackCode ?? '' },
    orderBy: { position: 'asc' },
  })
  return assignPlans(
    [traineeId],
    plans.map(({ planTemplateId }) => planTemplateId),
    context,
  )
}
