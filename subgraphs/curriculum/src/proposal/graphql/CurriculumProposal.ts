import { batchedById } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { PlanTemplate as PlanTemplateRow } from '../../generated/db/client.ts'
import { Person } from '../../person/graphql/Person.ts'
import { wordingOf, type Wording } from '../../learning-activity/domain/wording.ts'
import { PlanTemplate } from '../../plan/graphql/PlanTemplate.ts'
import { availableCommands, PROPOSAL_COMMANDS } from '../domain/proposal.ts'
import { proposedOf } from '../domain/proposed.ts'
import { toProposal, withSubject } from '../persistence/load.ts'

export const ProposalStatus = builder.enumType('ProposalStatus', {
  values: {
    OPEN: { description: 'Waits for the Directorate.' },
    ACCEPTED: { description: 'And done.' },
    REJECTED: {},
    WITHDRAWN: { description: 'By who proposed it.' },
  } as const,
})

const ProposalCommand = builder.enumType('ProposalCommand', { values: PROPOSAL_COMMANDS })

const templateOf = batchedById<'PlanTemplate', PlanTemplateRow>(async (ids) => {
  const rows = await database.planTemplate.findMany({ where: { id: { in: ids } } })
  return new Map(rows.map((row) => [row.id, row]))
})

const ProposedTrackPlans = builder.prismaObject('Proposal', {
  variant: 'ProposedTrackPlans',
  fields: (t) => ({
    track: t.relation('track', { nullable: true }),
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
      select: { kind: true, input: true },
      resolve: (row) => {
        const proposed = proposedOf(row)
        return proposed.kind === 'SET_TRACK_PLANS' && proposed.input.assignsAutomatically
      },
    }),
  }),
})

const ProposedWording = builder.objectRef<Wording>('ProposedWording').implement({
  fields: (t) => ({
    title: t.exposeString('title'),
    description: t.exposeString('description', { nullable: true }),
    courseHours: t.exposeInt('courseHours', { nullable: true }),
    validMonths: t.exposeInt('validMonths', { nullable: true }),
  }),
})

const ProposedActivityChange = builder.prismaObject('Proposal', {
  variant: 'ProposedActivityChange',
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
    regionCode: t.exposeString('regionCode'),
    proposedBy: t.field({
      type: Person,
      nullable: true,
      select: { proposedById: true },
      resolve: ({ proposedById }) => ({ id: proposedById }),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    trackPlans: t.variant(ProposedTrackPlans, { isNull: ({ kind }) => kind !== 'SET_TRACK_PLANS' }),
    activityChange: t.variant(ProposedActivityChange, { isNull: ({ kind }) => kind === 'SET_TRACK_PLANS' }),
    isCurrent: t.boolean({
      description: 'Whether what it would change is as the proposer saw it; otherwise it is only rejected.',
      select: { status: true, proposedById: true, input: true, ...withSubject },
      resolve: (row) => toProposal(row).current,
    }),
    decidedBy: t.field({
      type: Person,
      nullable: true,
      select: { decidedById: true },
      resolve: ({ decidedById }) => (decidedById === null ? null : { id: decidedById }),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    comment: t.exposeString('comment', { nullable: true, description: 'Of who decided.' }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [ProposalCommand],
      select: { status: true, proposedById: true, input: true, ...withSubject },
      resolve: (row, _args, { actor }) => [...availableCommands(toProposal(row), actor)],
    }),
  }),
})
