import { answered, complete, register, send, sendGoal } from './commands.ts'
import type { Caller } from './portal.ts'

type Nodes<Node> = { readonly edges: readonly { readonly node: Node }[] }

export interface Activity {
  readonly id: string
  readonly trainee: Caller
}

export interface Training {
  /** Activities that need a signature and have been registered (version 2), each handed out once. */
  registered(count: number): Promise<Activity[]>
  /** One that waits for this signer (version 3). */
  waiting(signer: Caller): Promise<Activity>
  /** A goal that waits for this approver (version 3). */
  waitingGoal(approver: Caller): Promise<{ readonly id: string }>
}

const OWN = `{
  viewer { trainee { assignedPlans(first: 2) { edges { node {
    goals(first: 100) { edges { node { id activities(first: 10) { edges { node { id status definition { kind } } } } } } }
  } } } } }
}`

interface Goal {
  readonly id: string
  readonly activities: Nodes<{ readonly id: string; readonly definition: { readonly kind: string } }>
}

interface Own {
  readonly viewer: { readonly trainee: { readonly assignedPlans: Nodes<{ readonly goals: Nodes<Goal> }> } }
}

const nodes = <Node>({ edges }: Nodes<Node>): Node[] => edges.map(({ node }) => node)

/** Gives the trainees their plans. */
export async function startTraining(leader: Caller, trainees: readonly Caller[]): Promise<Training> {
  const goals = (await Promise.all(trainees.map((trainee) => assign(leader, trainee)))).flat()
  const activities = new Map(goals.flatMap((goal) => goal.activities.map(({ id, trainee }) => [id, trainee])))
  const unused = [...activities].map(([id, trainee]): Activity => ({ id, trainee }))
  const take = async () => {
    const activity = unused.shift()
    if (!activity) throw new Error('there is no activity left')
    await answered(
      register(activity.trainee, {
        ...{ activityId: activity.id, expectedVersion: 1 },
        ...{ performedOn: '2026-01-15', comment: 'Gjennomført under veiledning.' },
      }),
    )
    return activity
  }
  return {
    async registered(count) {
      const taken: Activity[] = []
      const worker = async () => {
        while (count-- > 0) taken.push(await take())
      }
      await Promise.all([worker(), worker(), worker(), worker()])
      return taken
    },
    async waiting(signer) {
      const activity = await take()
      const { id: activityId, trainee } = activity
      await answered(send(trainee, { activityId, expectedVersion: 2, signerId: signer.id }))
      return activity
    },
    async waitingGoal(approver) {
      const goal = goals.pop()
      if (!goal) throw new Error('there is no goal left')
      const goalId = goal.id
      const performed = { completedOn: '2026-01-15', comment: 'Målet er nådd.' }
      await answered(complete(goal.trainee, { goalId, expectedVersion: 1, ...performed }))
      await answered(sendGoal(goal.trainee, { goalId, expectedVersion: 2, approverId: approver.id }))
      return goal
    },
  }
}

async function assign(leader: Caller, trainee: Caller) {
  await leader.ask(
    `mutation ($traineeId: ID!) { assignTrackPlans(input: { traineeId: $traineeId }) { __typename } }`,
    { traineeId: trainee.id },
  )
  const { viewer } = await trainee.ask<Own>(OWN)
  const goals = nodes(viewer.trainee.assignedPlans).flatMap((plan) => nodes(plan.goals))
  return goals.map((goal) => ({ id: goal.id, trainee, activities: toSign(goal, trainee) }))
}

const toSign = (goal: Goal, trainee: Caller): Activity[] =>
  nodes(goal.activities).flatMap(({ id, definition }) =>
    definition.kind === 'SIGNED' ? { id, trainee } : [],
  )
