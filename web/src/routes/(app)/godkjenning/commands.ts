import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import type { QueueCommands } from '#lib/queue/commands.ts'
import { lastStepOf, readFresh } from '#lib/queue/list.ts'
import { LastGoalStep } from './operations.ts'

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
            ... on Refusal {
              code
            }
          }
        }
      }
      ... on Refusal {
        code
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
            ... on Refusal {
              code
            }
          }
        }
      }
      ... on Refusal {
        code
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
      ... on Refusal {
        code
      }
    }
  }
`)

const { revoke, ...many } = commands({ accept: ApproveGoals, reject: RejectGoals, revoke: RevokeApproval })

export const approvalCommands: QueueCommands = {
  ...many,
  undo: ({ id, expectedVersion }, comment) => revoke({ goalId: id, expectedVersion, comment }),
  lastStep: async (id) => lastStepOf((await readFresh(LastGoalStep, { id }))?.learningGoal),
}
