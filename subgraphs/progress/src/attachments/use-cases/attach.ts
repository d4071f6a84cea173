import { notFound, type Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Attachment } from '../../generated/db/client.ts'
import { activityCommands } from '../../learning-activity/use-cases/commands.ts'
import { goalCommands } from '../../learning-goal/use-cases/commands.ts'
import { claimUpload, removeOwn } from '../persistence/attachment-repository.ts'

/** What is named by the command is the upload, or the attachment that is to go. */
type Attaching<Subject extends string> = Given<Id<'Attachment'>, Subject>

/**
 * Makes an upload of the actor's own the activity's (F007), while its content is open. An upload that is somebody else's,
 * already attached or cleaned away is not found.
 */
export const attachToActivity = (given: Attaching<Id<'LearningActivity'>>, context: GraphContext) =>
  activityCommands.performWith(
    attaching(given),
    withFile(given, (tx, fileId, activityId) => claimUpload(tx, fileId, context, { activityId })),
    context,
  )

/** The same for a goal (F052, F061). */
export const attachToGoal = (given: Attaching<Id<'LearningGoal'>>, context: GraphContext) =>
  goalCommands.performWith(
    attaching(given),
    withFile(given, (tx, fileId, goalId) => claimUpload(tx, fileId, context, { goalId })),
    context,
  )

/** Takes an attachment away again: only who uploaded it, only while the content is open. */
export const removeFromActivity = (given: Attaching<Id<'LearningActivity'>>, context: GraphContext) =>
  activityCommands.performWith(
    attaching(given),
    withFile(given, (tx, fileId, activityId) => removeOwn(tx, fileId, context, { activityId }), '− '),
    context,
  )

export const removeFromGoal = (given: Attaching<Id<'LearningGoal'>>, context: GraphContext) =>
  goalCommands.performWith(
    attaching(given),
    withFile(given, (tx, fileId, goalId) => removeOwn(tx, fileId, context, { goalId }), '− '),
    context,
  )

const attaching = <Subject extends string>({ id, expectedVersion }: Attaching<Subject>) => ({
  ...{ id, expectedVersion },
  command: { name: 'ATTACH' } as const,
})

interface Change<Subject> {
  readonly id: Subject
  readonly event: { readonly comment: string | null }
}

type MoveFile<Subject> = (tx: Tx, fileId: Id<'Attachment'>, subjectId: Subject) => Promise<Attachment | null>

/** Moves the file, and has the history say which it was. */
const withFile =
  <Subject extends string>({ command: fileId }: Attaching<Subject>, move: MoveFile<Subject>, mark = '') =>
  async <Of extends Change<Subject>>(tx: Tx, change: Of) => {
    const made = await move(tx, fileId, change.id)
    if (!made) return notFound(fileId)
    const event = { ...change.event, comment: mark + made.fileName }
    return { made, change: { ...change, event } }
  }
