import { asRegion, batchedById } from '@kompetanse/graph'
import { builder, RegionCode } from '../../builder.ts'
import { database } from '../../database.ts'
import type { PlanTemplate as PlanTemplateRow } from '../../generated/db/client.ts'
import { Person } from '../../person/graphql/Person.ts'
import { wordingOf, type Wording } from '../../learning-activity/domain/wording.ts'
import { PlanTemplate } from '../../plan/graphql/PlanTemplate.ts'
import { availableCommands, PROPOSAL_COMMANDS } from '../domain/proposal.ts'
import { proposedOf, toProposal, withSubject } from '../persistence/load.ts'

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

const templateOf = batchedById<'PlanTemplate', PlanTemplateRow>(async (ids) => {
  const rows = await database.planTemplate.findMany({ where: { id: { in: ids } } })
  return new Map(rows.map((row) => [row.id, row]))
})

const ProposedTrackPlans = builder.prismaObject('Proposal', {
  variant: 'ProposedTrackPlans',
  description: 'A change of the plans that a trainee of a track gets.',
  fields: (t) => ({
    track: t.relation('track', {
      nullable: true,
      description: 'Null only of a proposal about something else.',
    }),
    planTemplates: t.field({
      type: [PlanTemplate],
      description: 'What a trainee of the track would get, in this order.',
      select: { kind: true, input: true },
      resolve: async (row, _args, context) => {
        const proposed = proposedOf(row)
        const ids = proposed.kind === 'SET_TRACK_PLANS' ? proposed.input.planTemplateIds : []
        const found = await Promise.all(ids.map((id) => templateOf(id, context)))
        return found.flatMap((template) => template ?? [])
      },
    }),
    assignsAutomatically: t.boolean({
      description: 'Whether they would be assigned on enrolment, without a leader’s act.',
      select: { kind: true, input: true },
      resolve: (row) => {
        const proposed = proposedOf(row)
        return proposed.kind === 'SET_TRACK_PLANS' && proposed.input.assignsAutomatically
      },
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

const ProposedActivityChange = builder.prismaObject('Proposal', {
  variant: 'ProposedActivityChange',
  description: 'A change of one activity of the curriculum: another wording, or its end.',
  fields: (t) => ({
    activity: t.relation('activity', { nullable: true, description: 'As it is or was before the change.' }),
    wording: t.field({
      type: ProposedWording,
      nullable: true,
      description: 'As it would become; null: it would be taken out of use.',
      select: { kind: true, input: true },
      resolve: (row) => {
        const proposed = proposedOf(row)
        return proposed.kind === 'EDIT_ACTIVITY' ? wordingOf(proposed.input) : null
      },
    }),
  }),
})

builder.prismaObject('Proposal', {
  name: 'CurriculumProposal',
  description: 'What a region asks the Directorate to change for the whole nation.',
  select: { kind: true },
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
    trackPlans: t.variant(ProposedTrackPlans, {
      isNull: ({ kind }) => kind !== 'SET_TRACK_PLANS',
      description: 'Null of a proposal about an activity.',
    }),
    activityChange: t.variant(ProposedActivityChange, {
      isNull: ({ kind }) => kind === 'SET_TRACK_PLANS',
      description: 'Null of a proposal about a track’s plans.',
    }),
    isCurrent: t.boolean({
      description: 'Whether what it would change is as the proposer saw it; otherwise it is only rejected.',
      select: { status: true, proposedById: true, input: true, ...withSubject },
      resolve: (row) => toProposal(row).current,
    }),
    decidedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who answered or withdrew it; null until then, and when identity is away.',
      select: { decidedById: true },
      resolve: ({ decidedById }) => (decidedById === null ? null : { id: decidedById }),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null until it has been answered or withdrawn.',
    }),
    comment: t.exposeString('comment', { nullable: true, description: 'Of who decided.' }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [ProposalCommand],
      select: { status: true, proposedById: true, input: true, ...withSubject },
      resolve: (row, _args, { actor }) => [...availableCommands(toProposal(row), actor)],
    }),
  }),
})
