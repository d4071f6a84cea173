import { dayOf } from '@kompetanse/calendar/day'
import { canonicalJson, sha256 } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { newestOfEach } from '../../recommendation/persistence/newest.ts'

/** What an approver sees of a goal, written down in one spelling, and its SHA-256: that is what a decision signs. */
export interface GoalContent {
  readonly text: string
  readonly digest: string
}

const attachments = {
  where: { removedAt: null },
  select: { fileName: true, mediaType: true, byteSize: true, sha256: true },
  orderBy: { sha256: 'asc' },
} as const satisfies Prisma.LearningGoal$attachmentsArgs

const select = {
  id: true,
  traineeId: true,
  completedOn: true,
  completionComment: true,
  definition: { select: { id: true, code: true, wording: true } },
  assignedPlan: { select: { planVersionId: true } },
  attachments,
  recommendations: { ...newestOfEach, select: { byId: true, recommended: true, givenAt: true } },
  activities: {
    select: { activity: { include: { definition: { select: { title: true, kind: true } }, attachments } } },
    orderBy: { activityId: 'asc' },
  },
} as const satisfies Prisma.LearningGoalSelect

export type ContentRow = Prisma.LearningGoalGetPayload<{ select: typeof select }>

/** The content of each goal, in a number of statements that does not grow with the goals. */
export async function loadContents(
  db: Tx,
  goalIds: readonly Id<'LearningGoal'>[],
): Promise<Map<Id<'LearningGoal'>, GoalContent>> {
  const rows = await loadContentRows(db, goalIds)
  return new Map(rows.map((row) => [row.id, contentOfRow(row)]))
}

export const loadContentRows = (db: Tx, goalIds: readonly Id<'LearningGoal'>[]): Promise<ContentRow[]> =>
  db.learningGoal.findMany({ where: { id: { in: [...goalIds] } }, select })

export function contentOfRow(row: ContentRow): GoalContent {
  const text = canonicalJson(contentOf(row))
  return { text, digest: sha256(text) }
}

const contentOf = ({ definition, completedOn, ...row }: ContentRow) => ({
  goal: { id: row.id, definitionId: definition.id, code: definition.code, wording: definition.wording },
  traineeId: row.traineeId,
  planVersionId: row.assignedPlan.planVersionId,
  completion: completedOn && { completedOn: dayOf(completedOn), comment: row.completionComment },
  activities: row.activities.map(({ activity }) => activityOf(activity)),
  attachments: row.attachments,
  recommendations: row.recommendations.map(({ givenAt, ...said }) => ({
    ...said,
    givenAt: givenAt.toISOString(),
  })),
})

// Not LAPSED, which is read from the clock: the content must not change while nobody touches it.
const activityOf = (activity: ContentRow['activities'][number]['activity']) => ({
  id: activity.id,
  title: activity.definition.title,
  kind: activity.definition.kind,
  status: activity.status,
  performedOn: activity.performedOn && dayOf(activity.performedOn),
  comment: activity.comment,
  validUntil: activity.validUntil && dayOf(activity.validUntil),
  signature: activity.signatureDigest,
  fulfilledBy: activity.fulfilledById,
  attachments: activity.attachments,
})
