import { expect } from '@playwright/test'
import type { Person } from './person.ts'

type Nodes<Node> = { edges: { node: Node }[] }

export interface Goal {
  id: string
  version: number
  status: string
  definition: { code: string; wording: string }
  activities: Nodes<Activity>
}

export interface Activity {
  id: string
  version: number
  status: string
  definition: { title: string; kind: string }
}

const AssignTrackPlans = `
  mutation ($traineeId: ID!) {
    assignTrackPlans(input: { traineeId: $traineeId }) {
      __typename
      ... on AssignTrackPlansSuccess { rows { outcome { __typename } } }
    }
  }`

/** As much as stories need: somebody who requests all there is again and again has to wait for a turn (B02). */
const Goals = `
  {
    viewer { trainee { assignedPlans(first: 2) { edges { node {
      goals(first: 40) { edges { node {
        id version status definition { code wording }
        activities(first: 6) { edges { node { id version status definition { title kind } } } }
      } } }
    } } } } }
  }`

type OwnGoals = { viewer: { trainee: { assignedPlans: Nodes<{ goals: Nodes<Goal> }> } } }

const nodes = <Node>({ edges }: Nodes<Node>): Node[] => edges.map(({ node }) => node)

/** The goals that the trainee has in plans, the first ones of each. */
export async function goalsOf(trainee: Person): Promise<Goal[]> {
  const { viewer } = await trainee.ask<OwnGoals>(Goals)
  return nodes(viewer.trainee.assignedPlans).flatMap((plan) => nodes(plan.goals))
}

/** Sees to it that the trainee has the plans of the track; a plan that is assigned already stays as it is. */
export async function withPlans(leader: Person, trainee: Person): Promise<void> {
  type Own = { viewer: { trainee: { id: string } } }
  const { viewer } = await trainee.ask<Own>('{ viewer { trainee { id } } }')
  // The curriculum reaches the progress of a new portal a moment after both are ready.
  await expect
    .poll(
      async () => {
        await leader.ask(AssignTrackPlans, { traineeId: viewer.trainee.id })
        return (await goalsOf(trainee)).length
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
}

export interface Work {
  goal: Goal
  activity: Activity
}

/** Goals on which nothing has been done, each with an activity of its own that needs a signature. */
export async function untouched(trainee: Person): Promise<Work[]> {
  const used = new Set<string>()
  return (await goalsOf(trainee)).flatMap((goal) => {
    const activity = nodes(goal.activities).find(
      ({ id, status, definition }) =>
        definition.kind === 'SIGNED' && status === 'NOT_STARTED' && !used.has(id),
    )
    if (!activity || goal.status !== 'NOT_STARTED') return []
    used.add(activity.id)
    return [{ goal, activity }]
  })
}

type Signers = { signerChoices: { person: { id: string; displayName: string } }[] }

/** Registers an activity and sends it to a signer by the graph, as a precondition of a test. */
export async function sendToSign(
  trainee: Person,
  signer: Person,
  activity: Pick<Activity, 'id' | 'version'>,
  comment = 'Gjennomført under veiledning.',
) {
  type Registered = { registerLearningActivity: { activity: { version: number } } }
  const { registerLearningActivity } = await trainee.ask<Registered>(
    `mutation ($input: RegisterLearningActivityInput!) {
      registerLearningActivity(input: $input) {
        ... on RegisterLearningActivitySuccess { activity { id version } }
      }
    }`,
    {
      input: {
        activityId: activity.id,
        expectedVersion: activity.version,
        performedOn: '2026-01-15',
        comment,
      },
    },
  )
  const choices = await trainee.ask<Signers>(
    'query ($id: ID!) { signerChoices(activityId: $id) { person { id displayName } } }',
    { id: activity.id },
  )
  const found = choices.signerChoices.find((choice) => choice.person.displayName === signer.name)
  if (!found) throw new Error(`${signer.name} may not sign for ${trainee.name}`)
  const { version } = registerLearningActivity.activity
  const sent = await trainee.ask<{ sendActivityForSigning: { __typename: string } }>(
    `mutation ($input: SendActivityForSigningInput!) { sendActivityForSigning(input: $input) { __typename } }`,
    { input: { activityId: activity.id, expectedVersion: version, signerId: found.person.id } },
  )
  expect(sent.sendActivityForSigning.__typename).toBe('SendActivityForSigningSuccess')
}
