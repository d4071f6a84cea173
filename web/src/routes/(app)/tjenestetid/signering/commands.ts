import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import type { QueueCommands } from '#lib/queue/commands.ts'
import { lastStepOf, readFresh } from '#lib/queue/list.ts'
import { LastPeriodStep } from './operations.ts'

const SignPeriods = graphql(`
  mutation SignServicePeriods($input: SignServicePeriodsInput!) {
    signServicePeriods(input: $input) {
      __typename
      ... on SignServicePeriodsSuccess {
        counts {
          waiting
          rejected
          signed
        }
        rows {
          id
          outcome {
            __typename
            ... on SignServicePeriodSuccess {
              servicePeriod {
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

const RejectPeriods = graphql(`
  mutation RejectServicePeriods($input: RejectServicePeriodsInput!) {
    rejectServicePeriods(input: $input) {
      __typename
      ... on RejectServicePeriodsSuccess {
        counts {
          waiting
          rejected
          signed
        }
        rows {
          id
          outcome {
            __typename
            ... on RejectServicePeriodSuccess {
              servicePeriod {
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

/** Without `undo`: a signature is final here (F134). */
export const timeCommands: QueueCommands = {
  ...commands({ accept: SignPeriods, reject: RejectPeriods }),
  lastStep: async (id) => lastStepOf((await readFresh(LastPeriodStep, { id }))?.servicePeriod),
}
