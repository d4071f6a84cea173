import type { Caller, Reply } from './portal.ts'

/** The member of a command's result union, with the tests' selection on it. */
export interface Outcome {
  readonly __typename: string
  readonly activity?: { readonly status: string; readonly version: number }
  readonly goal?: { readonly status: string; readonly version: number }
  readonly code?: string
  readonly currentVersion?: number
}

type Command = (
  caller: Caller,
  input: { readonly expectedVersion: number; readonly [name: string]: unknown },
) => Promise<Reply<{ readonly outcome: Outcome }>>

const command =
  (document: string): Command =>
  (caller, input) =>
    caller.attempt(document, { input })

export const register = command(`mutation ($input: RegisterLearningActivityInput!) {
  outcome: registerLearningActivity(input: $input) {
    __typename
    ... on RegisterLearningActivitySuccess { activity { status version } }
    ... on LearningActivityRefused { code }
    ... on StaleVersion { currentVersion }
  }
}`)

export const send = command(`mutation ($input: SendActivityForSigningInput!) {
  outcome: sendActivityForSigning(input: $input) {
    __typename
    ... on SendActivityForSigningSuccess { activity { status version } }
    ... on LearningActivityRefused { code }
    ... on StaleVersion { currentVersion }
  }
}`)

export const sign = command(`mutation ($input: SignActivityInput!) {
  outcome: signActivity(input: $input) {
    __typename
    ... on SignActivitySuccess { activity { status version } }
    ... on LearningActivityRefused { code }
    ... on StaleVersion { currentVersion }
  }
}`)

export const complete = command(`mutation ($input: CompleteGoalInput!) {
  outcome: completeGoal(input: $input) {
    __typename
    ... on CompleteGoalSuccess { goal { status version } }
    ... on LearningGoalRefused { code }
  }
}`)

export const sendGoal = command(`mutation ($input: SendGoalForApprovalInput!) {
  outcome: sendGoalForApproval(input: $input) {
    __typename
    ... on SendGoalForApprovalSuccess { goal { status version } }
    ... on LearningGoalRefused { code }
  }
}`)

export const approve = command(`mutation ($input: ApproveGoalInput!) {
  outcome: approveGoal(input: $input) {
    __typename
    ... on ApproveGoalSuccess { goal { status version } }
    ... on LearningGoalRefused { code }
    ... on StaleVersion { currentVersion }
  }
}`)

/** The outcome of a command that must be answered. */
export async function answered(reply: Promise<Reply<{ readonly outcome: Outcome }>>): Promise<Outcome> {
  const settled = await reply
  if (settled.kind === 'failed') throw new Error(`a command was answered ${settled.code}`)
  return settled.data.outcome
}
