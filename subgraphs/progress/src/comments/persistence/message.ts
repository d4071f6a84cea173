import type { Message } from '@kompetanse/events'
import type { CommentedEvent } from '@kompetanse/schema/events/progress'
import type { Prisma } from '../../generated/db/client.ts'

/** A comment with what it is about. */
export const withSubject = {
  activity: { select: { traineeId: true, definition: { select: { title: true } } } },
  goal: { select: { traineeId: true, definition: { select: { code: true, wording: true } } } },
} as const satisfies Prisma.CommentInclude

type CommentRow = Prisma.CommentGetPayload<{ include: typeof withSubject }>

/** What other subgraphs hear of a comment. */
export const commentMessage = (comment: CommentRow): Message<CommentedEvent> => ({
  key: comment.id,
  payload: {
    commentId: comment.id,
    ...subjectOf(comment),
    byId: comment.byId,
    at: comment.at.toISOString(),
    version: 1,
  },
})

function subjectOf({
  activityId,
  activity,
  goalId,
  goal,
}: CommentRow): Pick<CommentedEvent, 'traineeId' | 'subject'> {
  if (activityId && activity) {
    const { traineeId, definition } = activity
    return { traineeId, subject: { kind: 'ACTIVITY', id: activityId, title: definition.title } }
  }
  if (!goalId || !goal) throw new Error('a comment is about something')
  return { traineeId: goal.traineeId, subject: { kind: 'GOAL', id: goalId, ...goal.definition } }
}
