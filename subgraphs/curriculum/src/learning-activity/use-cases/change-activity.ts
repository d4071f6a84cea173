import { randomUUID } from 'node:crypto'
import { cleanText } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import { announcePlanVersions } from '../../announce.ts'
import { asId } from '../../asked.ts'
import { database, type Tx } from '../../database.ts'
import type { ActivityDefinition } from '../../generated/db/client.ts'
import { notFound, refused, stale } from '../../refusal.ts'
import { decideAdd, decideChange, originBy } from '../domain/decide.ts'

type Kind = ActivityDefinition['kind']
export interface NewActivity {
  readonly goalDefinitionIds: readonly string[]
  readonly title: string
  readonly kind: Kind
  readonly description: string | null
  readonly validMonths: number | null
  readonly courseHours: number | null
}
export type Wording = Pick<NewActivity, 'title' | 'description' | 'validMonths' | 'courseHours'>

/** As it is kept: without what cannot be seen, and the title in one line. */
const asKept = <T extends Pick<Wording, 'title' | 'description'>>(input: T): T => ({
  ...input,
  title: (cleanText(input.title) ?? '').replaceAll(/\s+/g, ' '),
  description: cleanText(input.description),
})

const done = (activityId: string) => ({ __typename: 'Done' as const, activityId })

/** Adds an activity to goals; every plan that holds one of them is told. */
export function addActivity(actor: Actor, input: NewActivity) {
  const { goalDefinitionIds, ...content } = asKept(input)
  return database.$transaction(async (tx) => {
    const ids = [...new Set(goalDefinitionIds)]
    const decision = decideAdd(actor, content, ids.length)
    if (!decision.accepted) return refused(decision.code)
    const select = { id: true }
    const known = await tx.goalDefinition.findMany({ where: { id: { in: ids.map(asId) } }, select })
    const missing = ids.find((id) => !known.some((goal) => goal.id === id))
    if (missing !== undefined) return notFound(missing)
    const id = randomUUID()
    await insert(tx, { id, ...content, origin: originBy(actor) }, ids)
    return done(id)
  })
}

/** Makes a successor, the editor's own, and retires the one edited: what was signed keeps what it was signed on. */
export function editActivity(actor: Actor, id: string, expectedVersion: number, input: Wording) {
  const wording = asKept(input)
  return changing(id, expectedVersion, async (tx, activity) => {
    const decision = decideChange(actor, activity, { ...wording, kind: activity.kind })
    if (!decision.accepted) return refused(decision.code)
    if (!(await retire(tx, activity))) return stale(expectedVersion, activity.version + 1)
    const { kind, arena, launchUrl, position } = activity
    const successor = {
      id: randomUUID(),
      kind,
      origin: originBy(actor),
      arena,
      launchUrl,
      position,
      ...wording,
      successorOf: id,
    }
    await insert(
      tx,
      successor,
      activity.goals.map((row) => row.goalId),
    )
    return done(successor.id)
  })
}

export function retireActivity(actor: Actor, id: string, expectedVersion: number) {
  return changing(id, expectedVersion, async (tx, activity) => {
    const decision = decideChange(actor, activity, null)
    if (!decision.accepted) return refused(decision.code)
    if (!(await retire(tx, activity))) return stale(expectedVersion, activity.version + 1)
    await announceGoals(
      tx,
      activity.goals.map((row) => row.goalId),
    )
    return done(id)
  })
}

type Loaded = ActivityDefinition & { goals: { goalId: string }[] }

function changing<T>(id: string, expected: number, change: (tx: Tx, activity: Loaded) => Promise<T>) {
  return database.$transaction(async (tx) => {
    const activity = await tx.activityDefinition.findUnique({
      where: { id: asId(id) },
      include: { goals: true },
    })
    if (!activity) return notFound(id)
    if (activity.version !== expected) return stale(expected, activity.version)
    return change(tx, activity)
  })
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
