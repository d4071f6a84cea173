import { NotFound, StaleVersion, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation } from '../../graph/mutation.ts'
import { CurriculumRefused } from '../../graph/refusal.ts'
import { trackCommands } from '../use-cases/commands.ts'

/** What a track's plans are set, or proposed, by. */
export const plansOfTrack = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  trackCode: t.string({ required: true }),
  expectedVersion: t.int({
    required: true,
    description: 'What the actor saw; anything newer is StaleVersion.',
  }),
  planTemplateIds: t.idsOf('PlanTemplate', {
    required: true,
    description: 'In the order in which a trainee gets them. PLANS_REQUIRED of none.',
  }),
  assignsAutomatically: t.boolean({
    required: true,
    description:
      'What `assignsPlansAutomatically` of the track is to be; it assigns nothing to anybody by itself so far.',
  }),
})

mutation({
  name: 'SetTrackPlans',
  description:
    'Which plans a trainee in the track gets from now on; plans already assigned stay. By the Directorate (F102–F105).',
  input: plansOfTrack,
  refusals: [CurriculumRefused, NotFound, StaleVersion],
  perform: ({ trackCode: id, expectedVersion, ...command }, context) =>
    trackCommands.perform({ id, expectedVersion, command }, context),
  success: (t) => ({
    track: t.prismaField({
      type: 'Track',
      resolve: (query, { id }) => database.track.findUniqueOrThrow({ ...query, where: { code: id } }),
    }),
  }),
})
