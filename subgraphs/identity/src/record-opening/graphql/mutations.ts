import { done } from '@kompetanse/command'
import { NotFound } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation } from '../../graph/mutation.ts'
import { IdentityRefused } from '../../graph/refusal.ts'
import { markOpeningsSeen } from '../use-cases/mark-seen.ts'
import { openRecord } from '../use-cases/open-record.ts'
import { RecordOpening } from './RecordOpening.ts'

mutation({
  name: 'OpenRecord',
  description:
    'Opens what is written and attached in a trainee’s record to the actor, for an hour, by an administrative role (B32). It is kept, and the trainee is told.',
  input: (t) => ({
    traineeId: t.idOf('Person', {
      required: true,
      description: 'Whose record; NotFound of whom the actor may not see.',
    }),
    reason: t.string({
      required: true,
      description:
        'At least 10 characters, or REASON_INVALID; at most 500, or TEXT_TOO_LONG; NATIONAL_ID_FOUND of one with a national identity number. The trainee reads it.',
    }),
  }),
  refusals: [IdentityRefused, NotFound],
  perform: ({ traineeId, reason }, context) => openRecord(traineeId, reason, context),
  success: (t) => ({
    opening: t.prismaField({
      type: RecordOpening,
      resolve: (query, { id }) => database.recordOpening.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

mutation({
  name: 'MarkRecordOpeningsSeen',
  description:
    'Notes that the viewer has had them on screen, of the own record; what is of others is left as it is (B32).',
  input: (t) => ({
    openingIds: t.idsOf('RecordOpening', {
      required: true,
      description: 'Those of others’ records are passed over.',
    }),
  }),
  refusals: [],
  perform: async ({ openingIds }, context) => {
    await markOpeningsSeen(openingIds, context)
    return done({ traineeId: context.actor.personId })
  },
  success: (t) => ({
    unseen: t.int({
      description: 'How many are left that the viewer has not had on screen.',
      resolve: ({ traineeId }, _args, { actor }) =>
        actor.kind === 'person' ? database.recordOpening.count({ where: { traineeId, seen: null } }) : 0,
    }),
  }),
})
