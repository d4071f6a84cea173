import { aPerson, ask, type Sampled } from '@kompetanse/graph/testing'
import { database } from '../database.ts'
import { schema } from '../schema.ts'

const now = new Date('2026-11-22T12:00:00Z')
const directorate = aPerson('0190a1b2-0000-7000-8000-00000000000b', {
  grants: [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }],
})
const region = aPerson('0190a1b2-0000-7000-8000-00000000000c', {
  grants: [{ role: 'REGIONAL_ADMIN', regionCode: 'HELSE_VEST', enterpriseId: null }],
})

/** The curriculum of the country: as the Directorate sees it, and as a region that has proposed one change of each kind, and withdrawn one. */
export async function samplesOf(): Promise<Sampled['samples']> {
  const activity = await database.activityDefinition.findFirstOrThrow({ include: { goals: true } })
  const plan = await database.planVersion.findFirstOrThrow()
  const goalId = activity.goals[0]?.goalId
  await proposeEach(activity.id, plan.templateId)
  await withdrawOne()
  const proposal = await database.proposal.findFirstOrThrow({ where: { status: 'OPEN' } })
  const known = {
    ...{ activityDefinitionId: activity.id, goalDefinitionIds: goalId, goalDefinitionId: goalId },
    ...{ planTemplateIds: plan.templateId, 'Query.planTemplate.id': plan.templateId },
    ...{ 'Query.planVersion.id': plan.id, 'Query.learningGoalDefinition.id': goalId },
    proposalId: proposal.id,
  }
  const sample = { schema, now, known }
  return [
    { ...sample, actor: directorate },
    { ...sample, actor: region },
  ]
}

const PROPOSE = `mutation ($edit: ProposeActivityEditInput!, $retire: ProposeActivityRetirementInput!,
  $plans: ProposeTrackPlansInput!) {
  proposeActivityEdit(input: $edit) { __typename }
  proposeActivityRetirement(input: $retire) { __typename }
  proposeTrackPlans(input: $plans) { __typename } }`

async function proposeEach(activityDefinitionId: string, planTemplateId: string): Promise<void> {
  const why = { expectedVersion: 1, reason: 'Rekkefølgen følger ikke utdanningsløpet.' }
  const variables = {
    edit: { ...why, activityDefinitionId, title: 'Klarere ordlyd' },
    retire: { ...why, activityDefinitionId },
    plans: { ...why, trackCode: 'ALM', planTemplateIds: [planTemplateId], assignsAutomatically: true },
  }
  await done(PROPOSE, variables)
}

const WITHDRAW = `mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) { __typename } }`

async function withdrawOne(): Promise<void> {
  const { id, version } = await database.proposal.findFirstOrThrow({ where: { kind: 'RETIRE_ACTIVITY' } })
  await done(WITHDRAW, { input: { proposalId: id, expectedVersion: version } })
}

async function done(query: string, variables: Record<string, unknown>): Promise<void> {
  const { data } = await ask(schema, { actor: region, now, query, variables })
  const answers = Object.values(data ?? {}) as { __typename: string }[]
  if (!answers.length || answers.some(({ __typename }) => !__typename.endsWith('Success')))
    throw new Error(`not done: ${JSON.stringify(answers)}`)
}
