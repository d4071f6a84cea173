import { offeredTests, type Offering } from '@kompetanse/command/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { ROLES } from '@kompetanse/schema/roles'
import {
  availableCommands as activityCommands,
  decideActivity,
  decideAdd,
  type ActivityCommandName,
} from '../learning-activity/domain/decide.ts'
import {
  availableCommands as proposalCommands,
  decideProposal,
  TRANSITIONS,
  type Proposal,
  type ProposalCommandName,
  type ProposalStatus,
} from '../proposal/domain/proposal.ts'
import { availableGoalCommands, nationally } from '../rights/domain/rights.ts'
import { schema } from '../schema.ts'
import {
  availableCommands as trackCommands,
  decideTrack,
  type TrackCommandName,
} from '../track/domain/decide.ts'

type Deciding = Pick<Actor, 'grants' | 'personId'>
const WHO: readonly (readonly [string, Deciding])[] = [
  ['who proposed', { personId: brandId<'Person'>('proposer'), grants: [] }],
  ['nobody in particular', { personId: brandId<'Person'>('nobody'), grants: [] }],
  ...ROLES.map((role) => {
    const regionCode = role === 'REGIONAL_ADMIN' ? 'HELSE_VEST' : null
    return [
      role,
      { personId: brandId<'Person'>('office'), grants: [{ role, regionCode, enterpriseId: null }] },
    ] as const
  }),
]
const wording = { title: 'Vakt', description: null, courseHours: null, validMonths: null }

/** A region asks for what the Directorate alone does: where it may itself, it does not ask. */
const mayAsk = (actor: Deciding, may: boolean) => !may && nationally(actor) === 'PROPOSES'

const activities: Offering<ActivityCommandName> = {
  mutations: {
    EDIT: ['editLearningActivityDefinition'],
    RETIRE: ['retireLearningActivityDefinition'],
    PROPOSE_EDIT: ['proposeActivityEdit'],
    PROPOSE_RETIREMENT: ['proposeActivityRetirement'],
  },
  offers: ([null, 'HELSE_VEST', 'HELSE_NORD'] as const).flatMap((ownerRegion) =>
    [false, true].flatMap((retired) =>
      WHO.map(([who, actor]) => {
        const activity = { ownerRegion, retired, kind: 'SIGNED' as const }
        const edit = { name: 'EDIT', wording, successorId: brandId<'ActivityDefinition'>('a') } as const
        const does = {
          EDIT: () => decideActivity(actor, activity, edit).kind === 'accepted',
          RETIRE: () => decideActivity(actor, activity, { name: 'RETIRE' }).kind === 'accepted',
        }
        const asks = () =>
          !retired && mayAsk(actor, decideActivity(actor, activity, { name: 'RETIRE' }).kind === 'accepted')
        return {
          name: `${ownerRegion ?? 'the nation’s'}, ${retired ? 'retired' : 'in use'}, ${who}`,
          offered: activityCommands(activity, actor),
          accepts: (command) => (command === 'EDIT' || command === 'RETIRE' ? does[command]() : asks()),
        }
      }),
    ),
  ),
}

const proposals: Offering<ProposalCommandName> = {
  mutations: { ACCEPT: ['acceptProposal'], REJECT: ['rejectProposal'], WITHDRAW: ['withdrawProposal'] },
  offers: (Object.keys(TRANSITIONS) as ProposalStatus[]).flatMap((status) =>
    [true, false].flatMap((current) =>
      WHO.map(([who, actor]) => {
        const proposal: Proposal = { status, current, proposedById: brandId<'Person'>('proposer') }
        return {
          name: `${status}, ${current ? 'current' : 'overtaken'}, ${who}`,
          offered: proposalCommands(proposal, actor),
          accepts: (name) => decideProposal(proposal, { name, comment: 'Ja.' }, actor).kind === 'accepted',
        }
      }),
    ),
  ),
}

const plans = { planTemplateIds: [brandId<'PlanTemplate'>('p')], assignsAutomatically: false }
const tracks: Offering<TrackCommandName> = {
  mutations: { SET_PLANS: ['setTrackPlans'], PROPOSE_PLANS: ['proposeTrackPlans'] },
  offers: WHO.map(([who, actor]) => {
    const may = decideTrack(actor, plans).kind === 'accepted'
    return {
      name: who,
      offered: trackCommands(actor),
      accepts: (command) => (command === 'SET_PLANS' ? may : mayAsk(actor, may)),
    }
  }),
}

const goals: Offering<'ADD_ACTIVITY'> = {
  mutations: { ADD_ACTIVITY: ['addLearningActivityDefinition'] },
  offers: WHO.map(([who, actor]) => ({
    name: who,
    offered: availableGoalCommands(actor),
    accepts: () => decideAdd(actor, { ...wording, kind: 'SIGNED' }, 1).kind === 'accepted',
  })),
}

offeredTests(schema, {
  LearningActivityDefinition: activities,
  CurriculumProposal: proposals,
  Track: tracks,
  LearningGoalDetail: goals,
})
