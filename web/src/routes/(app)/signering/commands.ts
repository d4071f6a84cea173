import { act, graphql } from '#lib/graph/index.ts'
import { bulkOutcome, type QueueCommands, type RowOutcome } from '#lib/queue/commands.ts'
import { readFresh } from '#lib/queue/list.ts'
import { refusalText } from '#lib/training/index.ts'
import { LastActivityStep } from './operations.ts'
import { signingCounts } from './rows.ts'

const SignActivities = graphql(`
  mutation SignActivities($input: SignActivitiesInput!) {
    signActivities(input: $input) {
      __typename
      ... on SignActivitiesSuccess {
        counts {
          waiting
          rejected
          signed
        }
        rows {
          id
          outcome {
            __typename
            ... on SignActivitySuccess {
              activity {
                id
                status
                version
                availableCommands
              }
            }
            ... on LearningActivityRefused {
              code
            }
          }
        }
      }
      ... on BulkRefused {
        code
        limit
      }
    }
  }
`)

const RejectActivities = graphql(`
  mutation RejectActivities($input: RejectActivitiesInput!) {
    rejectActivities(input: $input) {
      __typename
      ... on RejectActivitiesSuccess {
        counts {
          waiting
          rejected
          signed
        }
        rows {
          id
          outcome {
            __typename
            ... on RejectActivitySuccess {
              activity {
                id
                status
                version
                availableCommands
              }
            }
            ... on LearningActivityRefused {
              code
            }
          }
        }
      }
      ... on BulkRefused {
        code
        limit
      }
    }
  }
`)

const WithdrawSignature = graphql(`
  mutation WithdrawSignature($input: WithdrawSignatureInput!) {
    withdrawSignature(input: $input) {
      __typename
      ... on WithdrawSignatureSuccess {
        activity {
          id
          status
          version
          availableCommands
        }
      }
      ... on LearningActivityRefused {
        code
      }
    }
  }
`)

type Settled =
  | { __typename: 'SignActivitySuccess' | 'RejectActivitySuccess'; activity: { version: number } }
  | { __typename: 'LearningActivityRefused'; code: string }
  | { __typename: 'NotFound' | 'StaleVersion' }

const rowOutcome = (id: string, outcome: Settled): RowOutcome =>
  'activity' in outcome
    ? { id, done: true, version: outcome.activity.version }
    : { id, done: false, reason: refusalText(outcome) }

const reading = { counts: signingCounts, row: rowOutcome, refusal: refusalText }

export const signingCommands: QueueCommands = {
  accept: async (rows, comment) =>
    bulkOutcome(await act(SignActivities, { input: { rows, comment } }), reading),
  reject: async (rows, comment) =>
    bulkOutcome(await act(RejectActivities, { input: { rows, comment } }), reading),
  async undo({ id, expectedVersion }, comment): Promise<RowOutcome> {
    const outcome = await act(WithdrawSignature, { input: { activityId: id, expectedVersion, comment } })
    return outcome.__typename === 'WithdrawSignatureSuccess'
      ? { id, done: true, version: outcome.activity.version }
      : { id, done: false, reason: refusalText(outcome) }
  },
  async lastStep(id) {
    const answer = await readFresh(LastActivityStep, { id })
    const entry = answer?.learningActivity?.history.edges[0]?.node
    return entry && { command: entry.command, by: entry.by.displayName, at: entry.at }
  },
}
