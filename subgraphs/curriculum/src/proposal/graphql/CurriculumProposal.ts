import { asRegion } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, RegionCode } from '../../builder.ts'
import { Person } from '../../person/graphql/Person.ts'
import { availableCommands, PROPOSAL_COMMANDS } from '../domain/proposal.ts'
import { toProposal, withSubject } from '../persistence/load.ts'
import { ProposedChange, toChange } from './ProposedChange.ts'

export const ProposalStatus = builder.enumType('ProposalStatus', {
  description: 'How far a proposal has come.',
  values: {
    OPEN: { description: 'Waits for the Directorate.' },
    ACCEPTED: { description: 'And done.' },
    REJECTED: {},
    WITHDRAWN: { description: 'By who proposed it.' },
  } as const,
})

const ProposalCommand = builder.enumType('ProposalCommand', {
  description: 'What can be done with a proposal.',
  values: PROPOSAL_COMMANDS,
})

interface Decision {
  readonly byId: Id<'Person'>
  readonly at: Date
  readonly comment: string | null
}

const ProposalDecision = builder.objectRef<Decision>('ProposalDecision').implement({
  description: 'Who answered or withdrew a proposal, and when.',
  fields: (t) => ({
    by: t.field({
      type: Person,
      nullable: true,
      description: 'Null only when identity is away.',
      resolve: ({ byId }) => ({ id: byId }),
    }),
    at: t.expose('at', { type: 'DateTime' }),
    comment: t.exposeString('comment', { nullable: true, description: 'Null when nothing was written.' }),
  }),
})

export const CurriculumProposal = builder.prismaObject('Proposal', {
  name: 'CurriculumProposal',
  description: 'What a region asks the Directorate to change for the whole nation.',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.expose('status', { type: ProposalStatus }),
    reason: t.exposeString('reason'),
    regionCode: t.field({
      type: RegionCode,
      select: { regionCode: true },
      resolve: ({ regionCode }) => asRegion(regionCode),
    }),
    proposedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Null only when identity is away.',
      select: { proposedById: true },
      resolve: ({ proposedById }) => ({ id: proposedById }),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    change: t.field({
      type: ProposedChange,
      description: 'What is asked for.',
      // The subject's key is read also when nothing of it is selected: Prisma refuses an empty selection.
      select: (_args, _context, nested) => ({
        ...{ kind: true, input: true },
        track: nested({ select: { code: true } }, [{ type: 'ProposedTrackPlans', name: 'track' }], 'Track'),
        activity: nested(
          { select: { id: true } },
          [{ type: 'ProposedActivityChange', name: 'activity' }],
          'LearningActivityDefinition',
        ),
      }),
      resolve: toChange,
    }),
    isCurrent: t.boolean({
      description: 'Whether what it would change is as the proposer saw it; otherwise it is only rejected.',
      select: { status: true, proposedById: true, input: true, ...withSubject },
      resolve: (row) => toProposal(row).current,
    }),
    decision: t.field({
      type: ProposalDecision,
      nullable: true,
      description: 'Null until it has been answered or withdrawn.',
      select: { decidedById: true, decidedAt: true, comment: true },
      resolve: ({ decidedById, decidedAt, comment }) =>
        decidedById && decidedAt ? { byId: decidedById, at: decidedAt, comment } : null,
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [ProposalCommand],
      select: { status: true, proposedById: true, input: true, ...withSubject },
      resolve: (row, _args, { actor }) => [...availableCommands(toProposal(row), actor)],
    }),
  }),
})
