/** What users do with activities, as tests say it: each sends the document that the page sends. */
import type { Actor } from '@kompetanse/schema/actor-token'
import { NOON, type TestGraph } from './graph.ts'

export interface ActivityState {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly availableCommands: readonly string[]
}

/** A result union's member with what all commands on activities ask of it. */
export interface ActivityAnswer {
  readonly __typename: string
  readonly code?: string
  readonly activity?: ActivityState
  readonly expectedVersion?: number
  readonly currentVersion?: number
}

export const STATE = 'activity { id status version availableCommands }'
export const answerFields = (name: string) =>
  `__typename ... on ${name}Success { ${STATE} } ... on LearningActivityRefused { code activity: ${STATE.replace('activity', 'current')} }
   ... on NotFound { id } ... on StaleVersion { expectedVersion currentVersion }`

const TYPE = {
  registerLearningActivity: 'RegisterLearningActivity',
  sendActivityForSigning: 'SendActivityForSigning',
  recallActivity: 'RecallActivity',
  signActivity: 'SignActivity',
  rejectActivity: 'RejectActivity',
  withdrawSignature: 'WithdrawSignature',
  markActivityFulfilled: 'MarkActivityFulfilled',
  startELearning: 'StartELearning',
} as const
export type ActivityMutation = keyof typeof TYPE

export const activityActs = (graph: TestGraph) => {
  const versionOf = async (id: string) =>
    (await graph.own.database.learningActivity.findUniqueOrThrow({ where: { id } })).version

  /** Sends a command with the version that is current, unless the input says otherwise. */
  async function act(
    actor: Actor,
    mutation: ActivityMutation,
    input: { activityId: string; expectedVersion?: number; [key: string]: unknown },
    now = NOON,
  ): Promise<ActivityAnswer> {
    const name = TYPE[mutation]
    const expectedVersion = input.expectedVersion ?? (await versionOf(input.activityId))
    const document = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ${answerFields(name)} } }`
    const variables = { input: { ...input, expectedVersion } }
    const data = await graph.ask<Record<string, ActivityAnswer>>(actor, document, variables, now)
    return data[mutation] as ActivityAnswer
  }

  /** Registered and sent, to be signed. */
  async function sent(trainee: Actor, activityId: string, signerId: string, now = NOON): Promise<void> {
    const performed = { activityId, performedOn: '2026-09-01', comment: 'Gjennomført' }
    await act(trainee, 'registerLearningActivity', performed, now)
    await act(trainee, 'sendActivityForSigning', { activityId, signerId }, now)
  }

  /** A bulk command with the versions that are current; `rows` may say otherwise. */
  async function bulk(
    actor: Actor,
    mutation: 'signActivities' | 'rejectActivities',
    rows: readonly { id: string; expectedVersion: number }[],
    comment: string | null = null,
  ) {
    const name = mutation === 'signActivities' ? 'SignActivities' : 'RejectActivities'
    const single = mutation === 'signActivities' ? 'SignActivity' : 'RejectActivity'
    const document = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename
      ... on ${name}Success { succeeded counts { waiting rejected signed } rows { id outcome { ${answerFields(single)} } } }
      ... on BulkRefused { code limit } } }`
    const input = { rows, ...(comment !== null && { comment }) }
    const data = await graph.ask<Record<string, BulkAnswer>>(actor, document, { input })
    return data[mutation] as BulkAnswer
  }

  return { act, sent, bulk, versionOf }
}

export interface BulkAnswer {
  readonly __typename: string
  readonly code?: string
  readonly limit?: number
  readonly succeeded?: number
  readonly counts?: { waiting: number; rejected: number; signed: number }
  readonly rows?: readonly { id: string; outcome: ActivityAnswer }[]
}
