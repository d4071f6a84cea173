import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { ActivityState } from './queries.ts'

/** The reason of the refusal, and the activity's current state, so that the buttons redraw at once. */
const ActivityRefusal = graphql(
  `
    fragment ActivityRefusal on Refusal {
      ... on LearningActivityRefused {
        current {
          ...ActivityState
        }
      }
      code
    }
  `,
  [ActivityState],
)

const RegisterActivity = graphql(
  `
    mutation RegisterActivity($input: RegisterLearningActivityInput!) {
      registerLearningActivity(input: $input) {
        __typename
        ... on RegisterLearningActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const SendActivity = graphql(
  `
    mutation SendActivity($input: SendActivityForSigningInput!) {
      sendActivityForSigning(input: $input) {
        __typename
        ... on SendActivityForSigningSuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const RecallActivity = graphql(
  `
    mutation RecallActivity($input: RecallActivityInput!) {
      recallActivity(input: $input) {
        __typename
        ... on RecallActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const MarkActivityFulfilled = graphql(
  `
    mutation MarkActivityFulfilled($input: MarkActivityFulfilledInput!) {
      markActivityFulfilled(input: $input) {
        __typename
        ... on MarkActivityFulfilledSuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const StartELearning = graphql(
  `
    mutation StartELearning($input: StartELearningInput!) {
      startELearning(input: $input) {
        __typename
        ... on StartELearningSuccess {
          launchUrl
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const CommentOnActivity = graphql(
  `
    mutation CommentOnActivity($input: CommentOnActivityInput!) {
      commentOnActivity(input: $input) {
        __typename
        ... on CommentOnActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const AttachToActivity = graphql(
  `
    mutation AttachToActivity($input: AttachToActivityInput!) {
      attachToActivity(input: $input) {
        __typename
        ... on AttachToActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

const RemoveActivityAttachment = graphql(
  `
    mutation RemoveActivityAttachment($input: RemoveActivityAttachmentInput!) {
      removeActivityAttachment(input: $input) {
        __typename
        ... on RemoveActivityAttachmentSuccess {
          activity {
            ...ActivityState
          }
        }
        ...ActivityRefusal
      }
    }
  `,
  [ActivityState, ActivityRefusal],
)

/** Each command that an activity can be given from its own page. */
export const activityCommands = commands({
  register: RegisterActivity,
  send: SendActivity,
  recall: RecallActivity,
  markFulfilled: MarkActivityFulfilled,
  startELearning: StartELearning,
  comment: CommentOnActivity,
  attach: AttachToActivity,
  removeAttachment: RemoveActivityAttachment,
})
