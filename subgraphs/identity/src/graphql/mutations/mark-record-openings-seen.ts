import { database } from '../../database.ts'
import { markOpeningsSeen } from '../../use-cases/mark-openings-seen.ts'
import { builder } from '../builder.ts'

const Input = builder.inputType('MarkRecordOpeningsSeenInput', {
  fields: (t) => ({ openingIds: t.idList({ required: true }) }),
})

const Success = builder.objectRef<{ readonly traineeId: string }>('MarkRecordOpeningsSeenSuccess').implement({
  fields: (t) => ({
    unseen: t.int({
      description: 'How many are left that the viewer has not had on screen.',
      resolve: ({ traineeId }, _args, { actor }) =>
        actor.kind === 'person' ? database.recordOpening.count({ where: { traineeId, seen: null } }) : 0,
    }),
  }),
})

builder.mutationField('markRecordOpeningsSeen', (t) =>
  t.field({
    type: Success,
    description: 'Of the viewer’s own record; what is of others is left as it is.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) => {
      await markOpeningsSeen(input.openingIds, context)
      return { traineeId: context.actor.personId }
    },
  }),
)
