import { today } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { visibleActivity } from '../../directory/visibility.ts'
import { signerChoices, type SignerChoice as Choice } from '../persistence/signer-choices.ts'
import { SignerRole } from './enums.ts'
import { LearningActivity } from './LearningActivity.ts'
import { visibleActivities } from './visible-activities.ts'

const SignerChoice = builder.objectRef<Choice>('SignerChoice').implement({
  description: 'Somebody to whom an activity can be sent (F062).',
  fields: (t) => ({
    person: t.field({ type: Person, resolve: ({ person }) => person }),
    role: t.expose('role', { type: SignerRole }),
  }),
})

builder.queryFields((t) => ({
  learningActivity: t.prismaField({
    type: LearningActivity,
    nullable: true,
    description:
      'One activity, for whoever may see the trainee, and for whom it was sent to or who stands in for them; null for others (F049).',
    args: { id: t.arg.idOf('LearningActivity', { required: true, description: 'Of the activity.' }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.learningActivity.findFirst({
        ...query,
        where: { id, ...visibleActivity(actor, today(now)) },
      }),
  }),
  signerChoices: t.field({
    type: [SignerChoice],
    nullable: { list: true, items: false },
    description: 'Who may sign this activity: supervisors, mentor, leader (F062).',
    args: {
      activityId: t.arg.idOf('LearningActivity', {
        required: true,
        description: 'Which activity; null is answered of one that the actor may not see.',
      }),
    },
    resolve: async (_root, { activityId }, context) => {
      const activity = await visibleActivities(activityId, context)
      return activity ? [...(await signerChoices(database, activity.traineeId, context.now))] : null
    },
  }),
}))

builder.asEntity(LearningActivity, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await visibleActivities(id, context)) ?? null,
})
