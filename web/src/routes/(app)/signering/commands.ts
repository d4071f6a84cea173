import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import type { QueueCommands } from '#lib/queue/commands.ts'
import { lastStepOf, readFresh } from '#lib/queue/list.ts'
import { LastActivityStep } from './operations.ts'

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
      ... on Refusal {
        code
      }
    }
  }
`)

const { withdraw, ...many } = commands({
  accept: SignActivities,
  reject: RejectActivities,
  withdraw: WithdrawSignature,
})

export const signingCommands: QueueCommands = {
  ...many,
  undo: ({ id, expectedVersion }, comment) => withdraw({ activityId: id, expectedVersion, comment }),
  lastStep: async (id) => lastStepOf((await readFresh(LastActivityStep, { id }))?.learningActivity),
}
