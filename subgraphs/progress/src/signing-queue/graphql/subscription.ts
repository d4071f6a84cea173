import { startPosition } from '@kompetanse/graph'
import type { QueueEvent } from '@kompetanse/live/queue'
import { today } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleActivity } from '../../directory/visibility.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { QueueChange, QueueScope } from '../../live/graphql.ts'
import type { QueueTab } from '../../generated/db/client.ts'
import { queues } from '../../live/queues.ts'
import { signingCounts } from '../persistence/counts.ts'
import { SigningTab, SigningTabCounts } from './counts.ts'

const SigningQueueEvent = builder.objectRef<QueueEvent<QueueTab>>('SigningQueueEvent').implement({
  description: 'One change in commit order. Its position is in extensions.cursor.',
  fields: (t) => ({
    change: t.expose('change', { type: QueueChange }),
    activityId: t.exposeID('subjectId'),
    tab: t.field({
      type: SigningTab,
      nullable: true,
      description: 'Where it stands now; both null exactly when LEFT.',
      resolve: ({ tab }) => (tab === 'DONE' ? 'SIGNED' : tab),
    }),
    activity: t.prismaField({
      type: LearningActivity,
      nullable: true,
      resolve: (query, { change, subjectId }, _args, { actor, now }) =>
        change === 'LEFT'
          ? null
          : database.learningActivity.findFirst({
              ...query,
              where: { id: subjectId, ...visibleActivity(actor, today(now)) },
            }),
    }),
    counts: t.field({
      type: SigningTabCounts,
      description: "The actor's counts after this change.",
      resolve: ({ scope }, _args, context) => signingCounts(scope, context),
    }),
  }),
})

builder.subscriptionField('signingQueueChanged', (t) =>
  t.field({
    type: SigningQueueEvent,
    description: 'Starts after the position that the list was read at; without one, from now.',
    args: {
      scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { scope, after }, context) =>
      queues.subscribe({ kind: 'SIGNING', scope, after: after ?? null }, context),
    resolve: (event) => event,
  }),
)
