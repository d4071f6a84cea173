import { act, graphql } from '#lib/graph/index.ts'
import { bulkOutcome, type QueueCommands, type RowOutcome } from '#lib/queue/commands.ts'
import { readFresh } from '#lib/queue/list.ts'
import { refusalText } from '#lib/training/index.ts'
import { LastGoalStep } from './operations.ts'
import { approvalCounts } from './rows.ts'

const ApproveGoals = graphql(`
  mutation ApproveGoals($input: ApproveGoalsInput!) {
    approveGoals(input: $input) {
      __typename
      ... on ApproveGoalsSuccess {
        counts {
          waiting
          rejected
          approved
        }
        rows {
          id
          outcome {
            __typename
            ... on ApproveGoalSuccess {
              goal {
                id
                status
                version
                availableCommands
              }
            }
            ... on LearningGoalRefused {
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

const RejectGoals = graphql(`
  mutation RejectGoals($input: RejectGoalsInput!) {
    rejectGoals(input: $input) {
      __typename
      ... on RejectGoalsSuccess {
        counts {
          waiting
          rejected
          approved
        }
        rows {
          id
          outcome {
            __typename
            ... on RejectGoalSuccess {
              goal {
                id
                status
                version
                availableCommands
              }
            }
            ... on LearningGoalRefused {
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

const RevokeApproval = graphql(`
  mutation RevokeApproval($input: RevokeGoalApprovalInput!) {
    revokeGoalApproval(input: $input) {
      __typename
      ... on RevokeGoalApprovalSuccess {
        goal {
          id
          status
          version
          availableCommands
        }
      }
      ... on LearningGoalRefused {
        code
      }
    }
  }
`)

type Settled =
  | { __typename: 'ApproveGoalSuccess' | 'RejectGoalSuccess'; goal: { version: number } }
  | { __typename: 'LearningGoalRefused'; code: string }
  | { __typename: 'NotFound' | 'StaleVersion' }

const rowOutcome = (id: string, outcome: Settled): RowOutcome =>
  'goal' in outcome
    ? { id, done: true, version: outcome.goal.version }
    : { id, done: false, reason: refusalText(outcome) }

const reading = { counts: approvalCounts, row: rowOutcome, refusal: refusalText }

export const approvalCommands: QueueCommands = {
  accept: async (rows, comment) =>
    bulkOutcome(await act(ApproveGoals, { input: { rows, comment } }), reading),
  reject: async (rows, comment) => bulkOutcome(await act(RejectGoals, { input: { rows, comment } }), reading),
  async undo({ id, expectedVersion }, comment): Promise<RowOutcome> {
    const outcome = await act(RevokeApproval, { input: { goalId: id, expectedVersion, comment } })
    return outcome.__typename === 'RevokeGoalApprovalSuccess'
      ? { id, done: true, version: outcome.goal.version }
      : { id, done: false, reason: refusalText(outcome) }
  },
  async lastStep(id) {
    const answer = await readFresh(LastGoalStep, { id })
    const entry = answer?.learningGoal?.history.edges[0]?.node
    return entry && { command: entry.command, by: entry.by.displayName, at: entry.at }
  },
}
