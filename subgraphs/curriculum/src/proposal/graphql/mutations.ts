import { seen } from '@kompetanse/command'
import type { Id } from '@kompetanse/schema/ids'
import { NotFound, StaleVersion, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation, mutationsOn } from '../../graph/mutation.ts'
import { CurriculumRefused } from '../../graph/refusal.ts'
import { wordingOf } from '../../learning-activity/domain/wording.ts'
import { forRegion, wordingFields } from '../../learning-activity/graphql/mutations.ts'
import { eachOnce } from '../../track/domain/decide.ts'
import { plansOfTrack } from '../../track/graphql/mutations.ts'
import { performOnProposal } from '../use-cases/commands.ts'
import { propose } from '../use-cases/propose.ts'

type Inputs = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>

const refusals = [CurriculumRefused, NotFound, StaleVersion]

const why = (t: Inputs) => ({
  ...forRegion(t),
  reason: t.string({ required: true, description: 'REASON_REQUIRED of an empty one.' }),
})

const seenActivity = seen('activityDefinitionId', 'ActivityDefinition')

const proposal = <Parent extends { readonly id: Id<'Proposal'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
) => ({
  proposal: t.prismaField({
    type: 'Proposal',
    resolve: (query, parent) =>
      database.proposal.findUniqueOrThrow({ ...query, where: { id: (parent as Parent).id } }),
  }),
})

mutation({
  name: 'ProposeTrackPlans',
  description: "By a region's administrator, to the Directorate: what setTrackPlans would do (B32).",
  input: (t) => ({ ...plansOfTrack(t), ...why(t) }),
  refusals,
  perform: ({ reason, regionCode = null, ...input }, context) =>
    propose({ kind: 'SET_TRACK_PLANS', input: eachOnce(input) }, { reason, regionCode }, context),
  success: proposal,
})

mutation({
  name: 'ProposeActivityEdit',
  description:
    "By a region's administrator, to the Directorate: what editLearningActivityDefinition would do (B32).",
  input: (t) => ({ ...seenActivity(t), ...wordingFields(t), ...why(t) }),
  refusals,
  perform: ({ reason, regionCode = null, activityDefinitionId, expectedVersion, ...wording }, context) => {
    const input = { activityDefinitionId, expectedVersion, ...wordingOf(wording) }
    return propose({ kind: 'EDIT_ACTIVITY', input }, { reason, regionCode }, context)
  },
  success: proposal,
})

mutation({
  name: 'ProposeActivityRetirement',
  description:
    "By a region's administrator, to the Directorate: what retireLearningActivityDefinition would do (B32).",
  input: (t) => ({ ...seenActivity(t), ...why(t) }),
  refusals,
  perform: ({ reason, regionCode = null, ...input }, context) =>
    propose({ kind: 'RETIRE_ACTIVITY', input }, { reason, regionCode }, context),
  success: proposal,
})

const proposalMutation = mutationsOn({
  id: 'proposalId',
  refused: CurriculumRefused,
  perform: performOnProposal,
  success: proposal,
})

proposalMutation({
  name: 'AcceptProposal',
  description:
    'By the Directorate, of an open one: what is proposed is done at once, as it was proposed. SUBJECT_CHANGED when what it would change is another by now (B32).',
  input: (t) => ({ comment: t.string({ description: 'What the proposer is answered.' }) }),
  command: ({ comment = null }) => ({ name: 'ACCEPT', comment }),
})

proposalMutation({
  name: 'RejectProposal',
  description: 'By the Directorate, of an open one; it says why (B32).',
  input: (t) => ({
    comment: t.string({ required: true, description: 'COMMENT_REQUIRED of an empty one.' }),
  }),
  command: ({ comment }) => ({ name: 'REJECT', comment }),
})

proposalMutation({
  name: 'WithdrawProposal',
  description: 'By who proposed it, until it is answered (B32).',
  command: () => ({ name: 'WITHDRAW', comment: null }),
})
