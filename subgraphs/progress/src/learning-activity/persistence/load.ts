import { loadStandings, type Standing } from '@kompetanse/directory'
import { osloDay, today } from '@kompetanse/calendar/day'
import type { Given } from '@kompetanse/command'
import { canonicalJson, type GraphContext, sha256 } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { visibleActivity } from '../../directory/visibility.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Activity, ActivityCommand, Signer, Situation } from '../domain/activity.ts'
import { toActivity } from './activity-row.ts'
import { rolesIn } from './roles.ts'
import { signersOf } from './signer-choices.ts'

export const include = {
  definition: true,
  assignedPlan: { select: { status: true } },
  goals: { select: { goal: { select: { id: true, definition: { select: { code: true } } } } } },
  attachments: { where: { removedAt: null }, select: { id: true, fileName: true, sha256: true } },
} satisfies Prisma.LearningActivityInclude

export type LoadedRow = Prisma.LearningActivityGetPayload<{ include: typeof include }>

export interface Loaded {
  readonly row: LoadedRow
  readonly activity: Activity
  readonly situation: Situation
  /** Canonical JSON of what a signer sees and signs; its SHA-256 is the situation's `contentDigest`. */
  readonly content: string
}

/**
 * Those of the activities that the actor may see, locked until the transaction ends: what is decided is decided on
 * what is saved over. The number of statements does not depend on how many there are.
 */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<ActivityCommand, Id<'LearningActivity'>>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'LearningActivity'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  // In the order of ids, so that two bulk commands over the same rows cannot wait for each other.
  await tx.$queryRaw`SELECT id FROM learning_activity WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await loadRows(tx, { id: { in: ids }, ...visibleActivity(actor, today(now)) })
  const trainees = [...new Set(rows.map(({ traineeId }) => traineeId))]
  const standings = await loadStandings(tx, actor, now, trainees)
  const sends = given.some(({ command }) => command.name === 'SEND_FOR_SIGNING')
  const signers = sends ? await signersOf(tx, trainees, now) : new Map<Id<'Person'>, readonly Signer[]>()
  const load = (row: LoadedRow) => {
    const standing = standings.get(row.traineeId) as Standing
    return loadedOf(row, { standing, signers: signers.get(row.traineeId) ?? [] }, { actor, now })
  }
  return new Map(rows.map((row) => [row.id, load(row)]))
}

export const loadRows = (tx: Tx, where: Prisma.LearningActivityWhereInput): Promise<LoadedRow[]> =>
  tx.learningActivity.findMany({ where, include })

/** What a decision on an activity needs beside its row. */
export interface Around extends Pick<Situation, 'signers'> {
  readonly standing: Standing
}

/** All that a decision on this row needs: what it is, what the actor is to it, what a signer would sign. */
export function loadedOf(
  row: LoadedRow,
  { standing, signers }: Around,
  { actor, now }: GraphContext,
): Loaded {
  const content = contentOf(row)
  const situation: Situation = {
    actorId: actor.personId,
    roles: rolesIn(row, standing, actor.personId),
    kind: row.definition.kind,
    validMonths: row.definition.validMonths,
    hasCertificate: row.attachments.length > 0,
    signers,
    planArchived: row.assignedPlan.status === 'ARCHIVED',
    now,
    today: osloDay(now),
    contentDigest: sha256(content),
  }
  return { row, activity: toActivity(row, situation.today), situation, content }
}

function contentOf({ id, version, traineeId, definition, performedOn, comment, ...row }: LoadedRow): string {
  return canonicalJson({
    ...{ activityId: id, version, traineeId, comment },
    definition: {
      ...{ id: definition.id, title: definition.title },
      ...{ kind: definition.kind, validMonths: definition.validMonths },
    },
    goals: row.goals.map(({ goal }) => goal.definition.code).toSorted(),
    performedOn: performedOn && performedOn.toISOString().slice(0, 10),
    request: row.signerId && {
      signerId: row.signerId,
      role: row.signerRole,
      sentAt: row.sentAt?.toISOString() ?? null,
    },
    attachments: row.attachments.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((file) => ({ ...file })),
  })
}
