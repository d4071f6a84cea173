import { graphql } from '#lib/graph/index.ts'
import { ActivityState } from './queries.ts'

export const Register = graphql(
  `
    mutation RegisterActivity($input: RegisterLearningActivityInput!) {
      registerLearningActivity(input: $input) {
        __typename
        ... on RegisterLearningActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const Send = graphql(
  `
    mutation SendActivity($input: SendActivityForSigningInput!) {
      sendActivityForSigning(input: $input) {
        __typename
        ... on SendActivityForSigningSuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const Recall = graphql(
  `
    mutation RecallActivity($input: RecallActivityInput!) {
      recallActivity(input: $input) {
        __typename
        ... on RecallActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const MarkFulfilled = graphql(
  `
    mutation MarkActivityFulfilled($input: MarkActivityFulfilledInput!) {
      markActivityFulfilled(input: $input) {
        __typename
        ... on MarkActivityFulfilledSuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const StartELearning = graphql(
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
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const Comment = graphql(
  `
    mutation CommentOnActivity($input: CommentOnActivityInput!) {
      commentOnActivity(input: $input) {
        __typename
        ... on CommentOnActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const Attach = graphql(
  `
    mutation AttachToActivity($input: AttachToActivityInput!) {
      attachToActivity(input: $input) {
        __typename
        ... on AttachToActivitySuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)

export const RemoveAttachment = graphql(
  `
    mutation RemoveActivityAttachment($input: RemoveActivityAttachmentInput!) {
      removeActivityAttachment(input: $input) {
        __typename
        ... on RemoveActivityAttachmentSuccess {
          activity {
            ...ActivityState
          }
        }
        ... on LearningActivityRefused {
          code
          activity {
            ...ActivityState
          }
        }
      }
    }
  `,
  [ActivityState],
)
