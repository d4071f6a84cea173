/** What users do with goals, as tests say it: each sends the document that the page sends. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { NOON, type TestGraph } from './graph.ts'

export interface GoalState {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly availableCommands: readonly string[]
}

/** A result union's member with what all commands on goals ask of it. */
export interface GoalAnswer {
  readonly __typename: string
  readonly code?: string
  readonly goal?: GoalState
  readonly expectedVersion?: number
  readonly currentVersion?: number
}

const STATE = 'goal { id status version availableCommands }'
const fields = (name: string) =>
  `__typename ... on ${name}Success { ${STATE} } ... on LearningGoalRefused { code goal: ${STATE.replace('goal', 'current')} }
   ... on NotFound { id } ... on StaleVersion { expectedVersion currentVersion }`

const TYPE = {
  completeGoal: 'CompleteGoal',
  reopenGoal: 'ReopenGoal',
  sendGoalForApproval: 'SendGoalForApproval',
  recallGoal: 'RecallGoal',
  approveGoal: 'ApproveGoal',
  rejectGoal: 'RejectGoal',
  revokeGoalApproval: 'RevokeGoalApproval',
  removeGoalAttachment: 'RemoveGoalAttachment',
} as const
export type GoalMutation = keyof typeof TYPE

export const goalActs = (graph: TestGraph) => {
  const versionOf = async (id: string) =>
    (await graph.own.database.learningGoal.findUniqueOrThrow({ where: { id } })).version

  /** Sends a command with the version that is current, unless the input says otherwise. */
  async function act(
    actor: Actor,
    mutation: GoalMutation,
    input: { goalId: string; expectedVersion?: number; [key: string]: unknown },
    now = NOON,
  ): Promise<GoalAnswer> {
    const name = TYPE[mutation]
    const expectedVersion = input.expectedVersion ?? (await versionOf(input.goalId))
    const document = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ${fields(name)} } }`
    const variables = { input: { ...input, expectedVersion } }
    return (await graph.ask<Record<string, GoalAnswer>>(actor, document, variables, now))[
      mutation
    ] as GoalAnswer
  }

  /** Completed and sent, to be decided. */
  async function sent(trainee: Actor, goalId: string, approverId: string, now = NOON): Promise<void> {
    await act(trainee, 'completeGoal', { goalId, completedOn: '2026-09-01', comment: 'Gjennomført' }, now)
    await act(trainee, 'sendGoalForApproval', { goalId, approverId }, now)
  }

  /** An upload as /files leaves it, without the bytes. */
  async function uploaded(
    actor: Actor,
    fileName = 'kursbevis.pdf',
    uploadedAt = NOON,
  ): Promise<Id<'Attachment'>> {
    const file = { fileName, mediaType: 'application/pdf', byteSize: 1, scan: 'CLEAN' as const }
    const sha256 = randomUUID().replaceAll('-', '').padEnd(64, '0')
    const data = { ...file, sha256, uploadedById: actor.personId, uploadedAt }
    return (await graph.own.database.attachment.create({ data })).id
  }

  return { act, sent, uploaded, versionOf }
}
