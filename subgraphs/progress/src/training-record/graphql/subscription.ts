import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { selectionOf, startPosition, type GraphContext } from '@kompetanse/graph'
import type { RecordEvent } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleActivity, visibleGoal } from '../../directory/visibility.ts'
import type { QueueKind } from '../../generated/db/client.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { queues } from '../../live/queues.ts'

type Event = RecordEvent<QueueKind>

const TrainingRecordItem = builder.unionType('TrainingRecordItem', {
  description: 'What is sent, decided on and taken back.',
  types: [LearningActivity, LearningGoal],
})

/** What an event is about, as the actor may see it now, with what is selected of it. */
async function itemOf({ kind, subjectId: id }: Event, { actor, now }: GraphContext, selected: Selected) {
  const day = today(now)
  if (kind === 'SIGNING') {
    const where = { id, AND: visibleActivity(actor, day) }
    const query = selected('LearningActivity')
    return LearningActivity.addBrand(await database.learningActivity.findFirstOrThrow({ ...query, where }))
  }
  const where = { id, AND: visibleGoal(actor, day) }
  return LearningGoal.addBrand(
    await database.learningGoal.findFirstOrThrow({ ...selected('LearningGoal'), where }),
  )
}
type Selected = (typeName: 'LearningActivity' | 'LearningGoal') => object

const TrainingRecordEvent = builder.objectRef<Event>('TrainingRecordEvent').implement({
  description: 'Something was sent, decided or taken back. Its position is in extensions.cursor.',
  fields: (t) => ({
    item: t.field({
      type: TrainingRecordItem,
      description: 'As it is now.',
      resolve: (event, _args, context, info) =>
        itemOf(event, context, (typeName) => selectionOf(context, info, typeName)),
    }),
  }),
})

/** Of who may see the trainee, and of what is there still: a plan that was deleted took its goals with it. */
async function mayHear(
  { kind, subjectId: id }: Omit<Event, 'cursor'>,
  { actor }: GraphContext,
): Promise<boolean> {
  const day = today(new Date())
  const trainee = visibleTrainee(actor, day)
  const seen =
    kind === 'SIGNING'
      ? database.learningActivity.count({ where: { id, trainee, AND: visibleActivity(actor, day) } })
      : database.learningGoal.count({ where: { id, trainee, AND: visibleGoal(actor, day) } })
  return (await seen) > 0
}

builder.subscriptionField('trainingRecordChanged', (t) =>
  t.field({
    type: TrainingRecordEvent,
    description:
      "Activities and goals of a trainee's plans, as they pass through anybody's queue (B02). Starts after a position of either queue; without one, from now. Silent to who may not see the trainee, and of what has been deleted since.",
    args: {
      traineeId: t.arg.idOf('Person', { required: true, description: 'Whose record.' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { traineeId, after }, context) =>
      queues.ofTrainee({ traineeId, after: after ?? null, mayHear: (event) => mayHear(event, context) }),
    resolve: (event) => event,
  }),
)
