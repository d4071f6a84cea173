import { command } from './command.ts'
import type { Person } from './person.ts'
import { goalsOf } from './training.ts'

interface SentGoal {
  readonly id: string
  readonly planId: string
  readonly version: number
}

type Success = { goal: { version: number; assignedPlan: { id: string } } }

/** Gives one goal one command by the graph; what is returned is the goal after it. Fails on a refusal. */
async function act(by: Person, name: string, input: { goalId: string; [more: string]: unknown }) {
  const { goal } = await command<Success>(by, name, 'goal { id version assignedPlan { id } }', input)
  return { id: input.goalId, planId: goal.assignedPlan.id, version: goal.version }
}

type Choices = { approverChoices: { person: { id: string; displayName: string } }[] }

/** A goal that the trainee has completed and sent to the approver, by the graph: what came before the story. */
export async function sentToApprove(trainee: Person, approver: Person): Promise<SentGoal> {
  const open = (await goalsOf(trainee)).find(({ status }) => ['NOT_STARTED', 'IN_PROGRESS'].includes(status))
  if (!open) throw new Error(`${trainee.name} has no goal that is left to complete`)
  const { id, version } = open
  const done = { goalId: id, expectedVersion: version, completedOn: '2026-01-15', comment: 'Gjort.' }
  const completed = await act(trainee, 'completeGoal', done)
  const { approverChoices } = await trainee.ask<Choices>(
    'query ($id: ID!) { approverChoices(goalId: $id) { person { id displayName } } }',
    { id },
  )
  const chosen = approverChoices.find(({ person }) => person.displayName === approver.name)
  return act(trainee, 'sendGoalForApproval', {
    goalId: id,
    expectedVersion: completed.version,
    approverId: chosen?.person.id,
  })
}

/** Approves by the graph, as another window of the same person would. */
export async function approve(leader: Person, { id, version }: SentGoal): Promise<void> {
  await act(leader, 'approveGoal', { goalId: id, expectedVersion: version })
}
