import { type Browser, expect } from '@playwright/test'
import { type Person, person } from './person.ts'

type Plan = { id: string; version: number; availableCommands: string[] }
type OwnPlans = { viewer: { trainee: { id: string; assignedPlans: { edges: { node: Plan }[] } } } }

const OwnPlans = `
  { viewer { trainee { id assignedPlans(first: 50) { edges { node { id version availableCommands } } } } } }`

const asSupport = async (support: Person, { id, version }: Plan): Promise<void> => {
  const { outcome } = await support.ask<{ outcome: { __typename: string } }>(
    `mutation ($input: DeleteBegunPlanInput!) { outcome: deleteBegunPlan(input: $input) { __typename } }`,
    { input: { assignedPlanId: id, expectedVersion: version, reason: 'Tildelt på nytt fra begynnelsen.' } },
  )
  expect(outcome.__typename).toBe('DeleteBegunPlanSuccess')
}

/** Leaves the doctor without a plan, whatever was done before: user support deletes begun ones, the leader the rest. */
export async function withoutPlans(browser: Browser, leader: Person, trainee: Person): Promise<string> {
  const { viewer } = await trainee.ask<OwnPlans>(OwnPlans)
  const plans = viewer.trainee.assignedPlans.edges.map(({ node }) => node)
  const support = plans.length ? await person(browser, 'Kjetil Brandvold') : undefined
  for (const plan of plans) {
    const { outcome } = await leader.ask<{ outcome: { __typename: string } }>(
      `mutation ($input: DeleteAssignedPlanInput!) { outcome: deleteAssignedPlan(input: $input) { __typename } }`,
      { input: { assignedPlanId: plan.id, expectedVersion: plan.version } },
    )
    if (support && outcome.__typename !== 'DeleteAssignedPlanSuccess') await asSupport(support, plan)
  }
  await support?.page.context().close()
  return viewer.trainee.id
}
