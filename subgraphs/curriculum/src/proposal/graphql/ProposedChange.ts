import { batchedById } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type {
  ActivityDefinition as ActivityRow,
  PlanTemplate as PlanTemplateRow,
  Track as TrackRow,
} from '../../generated/db/client.ts'
import { wordingOf, type Wording } from '../../learning-activity/domain/wording.ts'
import { LearningActivityDefinition } from '../../learning-activity/graphql/LearningActivityDefinition.ts'
import { PlanTemplate } from '../../plan/graphql/PlanTemplate.ts'
import { Track } from '../../track/graphql/Track.ts'
import type { Proposed } from '../domain/proposed.ts'
import { proposedOf } from '../persistence/load.ts'

type Of<Kind extends Proposed['kind']> = Extract<Proposed, { readonly kind: Kind }>
type PlansChange = Of<'SET_TRACK_PLANS'> & { readonly track: TrackRow }
type ActivityChange = Of<'EDIT_ACTIVITY' | 'RETIRE_ACTIVITY'> & { readonly activity: ActivityRow }

const templateOf = batchedById<'PlanTemplate', PlanTemplateRow>(async (ids) => {
  const rows = await database.planTemplate.findMany({ where: { id: { in: ids } } })
  return new Map(rows.map((row) => [row.id, row]))
})

const ProposedTrackPlans = builder.objectRef<PlansChange>('ProposedTrackPlans').implement({
  description: 'A change of the plans that a trainee of a track gets.',
  fields: (t) => ({
    track: t.expose('track', { type: Track }),
    planTemplates: t.field({
      type: [PlanTemplate],
      description: 'What a trainee of the track would get, in this order.',
      resolve: async ({ input }, _args, context) => {
        const found = await Promise.all(input.planTemplateIds.map((id) => templateOf(id, context)))
        return found.flatMap((template) => template ?? [])
      },
    }),
    assignsAutomatically: t.boolean({
      description: 'What `assignsPlansAutomatically` of the track would be.',
      resolve: ({ input }) => input.assignsAutomatically,
    }),
  }),
})

const ProposedWording = builder.objectRef<Wording>('ProposedWording').implement({
  description: 'What an activity of the curriculum would say.',
  fields: (t) => ({
    title: t.exposeString('title'),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Null when there would be none.',
    }),
    courseHours: t.exposeInt('courseHours', {
      nullable: true,
      description: 'Hours; null when none are said.',
    }),
    validMonths: t.exposeInt('validMonths', {
      nullable: true,
      description: 'Months until it lapses; null when it would not.',
    }),
  }),
})

const ProposedActivityChange = builder.objectRef<ActivityChange>('ProposedActivityChange').implement({
  description: 'A change of one activity of the curriculum: another wording, or its end.',
  fields: (t) => ({
    activity: t.expose('activity', {
      type: LearningActivityDefinition,
      description: 'As it is or was before the change.',
    }),
    wording: t.field({
      type: ProposedWording,
      nullable: true,
      description: 'As it would become; null: it would be taken out of use.',
      resolve: (change) => (change.kind === 'EDIT_ACTIVITY' ? wordingOf(change.input) : null),
    }),
  }),
})

export const ProposedChange = builder.unionType('ProposedChange', {
  description: 'What a proposal asks for.',
  types: [ProposedTrackPlans, ProposedActivityChange],
  resolveType: ({ kind }) => (kind === 'SET_TRACK_PLANS' ? ProposedTrackPlans : ProposedActivityChange),
})

/** A proposal's row with what it is about: of the two the one that its kind has. */
export const toChange = (row: Parameters<typeof proposedOf>[0]) =>
  ({ ...row, ...proposedOf(row) }) as PlansChange | ActivityChange
