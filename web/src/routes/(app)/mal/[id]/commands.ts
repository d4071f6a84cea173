import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { GoalFields } from './operations.ts'

/** The reason of the refusal, and the goal's current state, so that the buttons redraw at once. */
const GoalRefusal = graphql(`
  fragment GoalRefusal on Refusal {
    ... on LearningGoalRefused {
      current {
        id
        status
        version
        availableCommands
      }
    }
    code
  }
`)

const CompleteGoal = graphql(
  `
    mutation CompleteGoal($input: CompleteGoalInput!) {
      completeGoal(input: $input) {
        __typename
        ... on CompleteGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const ReopenGoal = graphql(
  `
    mutation ReopenGoal($input: ReopenGoalInput!) {
      reopenGoal(input: $input) {
        __typename
        ... on ReopenGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const SendGoalForApproval = graphql(
  `
    mutation SendGoalForApproval($input: SendGoalForApprovalInput!) {
      sendGoalForApproval(input: $input) {
        __typename
        ... on SendGoalForApprovalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const RecallGoal = graphql(
  `
    mutation RecallGoal($input: RecallGoalInput!) {
      recallGoal(input: $input) {
        __typename
        ... on RecallGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const ApproveGoal = graphql(
  `
    mutation ApproveGoal($input: ApproveGoalInput!) {
      approveGoal(input: $input) {
        __typename
        ... on ApproveGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const RejectGoal = graphql(
  `
    mutation RejectGoal($input: RejectGoalInput!) {
      rejectGoal(input: $input) {
        __typename
        ... on RejectGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const RevokeGoalApproval = graphql(
  `
    mutation RevokeGoalApproval($input: RevokeGoalApprovalInput!) {
      revokeGoalApproval(input: $input) {
        __typename
        ... on RevokeGoalApprovalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const CommentOnGoal = graphql(
  `
    mutation CommentOnGoal($input: CommentOnGoalInput!) {
      commentOnGoal(input: $input) {
        __typename
        ... on CommentOnGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const AttachToGoal = graphql(
  `
    mutation AttachToGoal($input: AttachToGoalInput!) {
      attachToGoal(input: $input) {
        __typename
        ... on AttachToGoalSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

const RemoveGoalAttachment = graphql(
  `
    mutation RemoveGoalAttachment($input: RemoveGoalAttachmentInput!) {
      removeGoalAttachment(input: $input) {
        __typename
        ... on RemoveGoalAttachmentSuccess {
          goal {
            ...GoalFields
          }
        }
        ...GoalRefusal
      }
    }
  `,
  [GoalFields, GoalRefusal],
)

/** Each command a goal can be given. */
export const goalCommands = commands({
  complete: CompleteGoal,
  reopen: ReopenGoal,
  send: SendGoalForApproval,
  recall: RecallGoal,
  approve: ApproveGoal,
  reject: RejectGoal,
  revoke: RevokeGoalApproval,
  comment: CommentOnGoal,
  attach: AttachToGoal,
  detach: RemoveGoalAttachment,
})
