import { act, graphql, type Unreachable, type VariablesOf } from '#lib/graph/index.ts'
import { GoalFields } from './operations.ts'

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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
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
        ... on LearningGoalRefused {
          code
          goal {
            id
            status
            version
            availableCommands
          }
        }
      }
    }
  `,
  [GoalFields],
)

/** What a command on a goal came to: the goal as it stands now is in the cache by then. */
export type GoalOutcome = { __typename: string; code?: string } | Unreachable

/** Each command a goal can be given. A refusal is an outcome, never a throw. */
export const goalCommands = {
  complete: (input: VariablesOf<typeof CompleteGoal>['input']): Promise<GoalOutcome> =>
    act(CompleteGoal, { input }),
  reopen: (input: VariablesOf<typeof ReopenGoal>['input']): Promise<GoalOutcome> =>
    act(ReopenGoal, { input }),
  send: (input: VariablesOf<typeof SendGoalForApproval>['input']): Promise<GoalOutcome> =>
    act(SendGoalForApproval, { input }),
  recall: (input: VariablesOf<typeof RecallGoal>['input']): Promise<GoalOutcome> =>
    act(RecallGoal, { input }),
  approve: (input: VariablesOf<typeof ApproveGoal>['input']): Promise<GoalOutcome> =>
    act(ApproveGoal, { input }),
  reject: (input: VariablesOf<typeof RejectGoal>['input']): Promise<GoalOutcome> =>
    act(RejectGoal, { input }),
  revoke: (input: VariablesOf<typeof RevokeGoalApproval>['input']): Promise<GoalOutcome> =>
    act(RevokeGoalApproval, { input }),
  comment: (input: VariablesOf<typeof CommentOnGoal>['input']): Promise<GoalOutcome> =>
    act(CommentOnGoal, { input }),
  attach: (input: VariablesOf<typeof AttachToGoal>['input']): Promise<GoalOutcome> =>
    act(AttachToGoal, { input }),
  detach: (input: VariablesOf<typeof RemoveGoalAttachment>['input']): Promise<GoalOutcome> =>
    act(RemoveGoalAttachment, { input }),
}
