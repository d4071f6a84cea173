import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { startPosition, type GraphContext } from '@kompetanse/graph'
import type { RecordEvent } from '@kompetanse/live/queue'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleActivity, visibleGoal } from '../../directory/visibility.ts'
import type { QueueKind } from '../../generated/db/client.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { queues } from '../../live/queues.ts'

const TrainingRecordEvent = builder.objectRef<RecordEvent<QueueKind>>('TrainingRecordEvent').implement({
  description: 'Something was sent, decided or taken back. Its position is in extensions.cursor.',
  fields: (t) => ({
    activity: t.prismaField({
      type: LearningActivity,
      nullable: true,
      description: 'As it is now, when it is an activity.',
      resolve: (query, { kind, subjectId }, _args, { actor, now }) =>
        kind === 'SIGNING'
          ? database.learningActivity.findFirst({
              ...query,
              where: { id: subjectId, AND: visibleActivity(actor, today(now)) },
            })
          : null,
    }),
    goal: t.prismaField({
      type: LearningGoal,
      nullable: true,
      description: 'As it is now, when it is a goal.',
      resolve: (query, { kind, subjectId }, _args, { actor, now }) =>
        kind === 'APPROVAL'
          ? database.learningGoal.findFirst({
              ...query,
              where: { id: subjectId, AND: visibleGoal(actor, today(now)) },
            })
          : null,
    }),
  }),
})

const maySee = async (traineeId: Id<'Person'>, { actor }: GraphContext): Promise<boolean> =>
  (await database.person.count({ where: { id: traineeId, AND: visibleTrainee(actor, today(new Date())) } })) >
  0

builder.subscriptionField('trainingRecordChanged', (t) =>
  t.field({
    type: TrainingRecordEvent,
    description:
      "Activities and goals of a trainee's plans, as they pass through anybody's queue. Starts after a position of either queue; without one, from now. Silent to who may not see the trainee.",
    args: {
      traineeId: t.arg.idOf('Person', { required: true, description: 'Whose record.' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { traineeId, after }, context) =>
      queues.ofTrainee({ traineeId, after: after ?? null, maySee: () => maySee(traineeId, context) }),
    resolve: (event) => event,
  }),
)
