import { randomUUID } from 'node:crypto'
import { cleanText, type GraphContext } from '@kompetanse/graph'
import { announcePlanVersions } from '../../announce.ts'
import { asId } from '../../asked.ts'
import type { Tx } from '../../database.ts'
import type { ActivityDefinition } from '../../generated/db/client.ts'
import { appendChange } from '../../history/append.ts'
import { notFound, refused, stale } from '../../refusal.ts'
import { decideAdd, decideChange, ownerBy } from '../domain/decide.ts'

type Kind = ActivityDefinition['kind']
export interface NewActivity {
  readonly goalDefinitionIds: readonly string[]
  readonly title: string
  readonly kind: Kind
  readonly description: string | null
  readonly validMonths: number | null
  readonly courseHours: number | null
}
/** Which activity, as the client saw it. */
export interface OfActivity {
  readonly activityDefinitionId: string
  readonly expectedVersion: number
}
export type Edit = OfActivity & Wording
export type Wording = Pick<NewActivity, 'title' | 'description' | 'validMonths' | 'courseHours'>

/** As it is kept: without what cannot be seen, and the title in one line. */
const asKept = <T extends Pick<Wording, 'title' | 'description'>>(input: T): T => ({
  ...input,
  title: (cleanText(input.title) ?? '').replaceAll(/\s+/g, ' '),
  description: cleanText(input.description),
})

const done = (activityId: string) => ({ __typename: 'Done' as const, activityId })

/** Adds an activity to goals; every plan that holds one of them is told. */
export async function addActivity(tx: Tx, input: NewActivity, context: GraphContext) {
  const { actor } = context
  const { goalDefinitionIds, ...content } = asKept(input)
  const ids = [...new Set(goalDefinitionIds)]
  const decision = decideAdd(actor, content, ids.length)
  if (!decision.accepted) return refused(decision.code)
  const select = { id: true }
  const known = await tx.goalDefinition.findMany({ where: { id: { in: ids.map(asId) } }, select })
  const missing = ids.find((id) => !known.some((goal) => goal.id === id))
  if (missing !== undefined) return notFound(missing)
  const id = randomUUID()
  await insert(tx, { id, ...content, ...ownerBy(actor) }, ids)
  const given = { ...content, goalDefinitionIds: ids }
  await appendChange(tx, { subject: id, command: 'ADD', content: given }, context)
  return done(id)
}

/** Makes a successor, the editor's own, and retires the one edited: what was signed keeps what it was signed on. */
export async function editActivity(tx: Tx, input: Edit, context: GraphContext) {
  const { activityDefinitionId: id, expectedVersion, ...given } = input
  const wording = asKept(given)
  const activity = await find(tx, input)
  if ('__typename' in activity) return activity
  const decision = decideChange(context.actor, activity, { ...wording, kind: activity.kind })
  if (!decision.accepted) return refused(decision.code)
  if (!(await retire(tx, activity))) return stale(expectedVersion, activity.version + 1)
  const { kind, arena, launchUrl, position } = activity
  const successor = { id: randomUUID(), kind, arena, launchUrl, position, ...ownerBy(context.actor) }
  const goalIds = activity.goals.map((row) => row.goalId)
  await insert(tx, { ...successor, ...wording, successorOf: activity.id }, goalIds)
  const content = { ...wording, successor: successor.id }
  await appendChange(tx, { subject: id, command: 'EDIT', content }, context)
  return done(successor.id)
}

/** Takes an activity out of use. */
export async function retireActivity(tx: Tx, input: OfActivity, context: GraphContext) {
  const { activityDefinitionId: id, expectedVersion } = input
  const activity = await find(tx, input)
  if ('__typename' in activity) return activity
  const decision = decideChange(context.actor, activity, null)
  if (!decision.accepted) return refused(decision.code)
  if (!(await retire(tx, activity))) return stale(expectedVersion, activity.version + 1)
  const goalIds = activity.goals.map((row) => row.goalId)
  await announceGoals(tx, goalIds)
  await appendChange(tx, { subject: id, command: 'RETIRE', content: {} }, context)
  return done(activity.id)
}

/** The activity as the client saw it, or why it is not. */
async function find(tx: Tx, { activityDefinitionId: id, expectedVersion }: OfActivity) {
  const where = { id: asId(id) }
  const activity = await tx.activityDefinition.findUnique({ where, include: { goals: true } })
  if (!activity) return notFound(id)
  return activity.version === expectedVersion ? activity : stale(expectedVersion, activity.version)
}

// The version in the condition lets one of two editors win.
async function retire(tx: Tx, { id, version }: ActivityDefinition): Promise<boolean> {
  const data = { retired: true, version: { increment: 1 } }
  const { count } = await tx.activityDefinition.updateMany({ where: { id, version }, data })
  return count === 1
}

type Row = Omit<
  ActivityDefinition,
  'retired' | 'version' | 'arena' | 'launchUrl' | 'position' | 'successorOf'
> &
  Partial<Pick<ActivityDefinition, 'arena' | 'launchUrl' | 'position' | 'successorOf'>>

async function insert(tx: Tx, row: Row, goalIds: readonly string[]): Promise<void> {
  await tx.activityDefinition.create({
    data: { ...row, goals: { create: goalIds.map((goalId) => ({ goalId })) } },
  })
  await announceGoals(tx, goalIds)
}

async function announceGoals(tx: Tx, goalIds: readonly string[]): Promise<void> {
  const where = { goals: { some: { goalId: { in: [...goalIds] } } } }
  const plans = await tx.planVersion.updateManyAndReturn({
    where,
    data: { version: { increment: 1 } },
    select: { id: true },
  })
  await announcePlanVersions(tx, plans.map((plan) => plan.id).toSorted())
}
