import { act, graphql } from '#lib/graph/index.ts'
import { bulkOutcome, type QueueCommands, type RowOutcome } from '#lib/queue/commands.ts'
import { readFresh } from '#lib/queue/list.ts'
import { refusalText } from '#lib/training/index.ts'
import { periodRefusalText } from '../commands.ts'
import { LastPeriodStep } from './operations.ts'
import { timeCounts } from './rows.ts'

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
            ... on ServicePeriodRefused {
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
            ... on ServicePeriodRefused {
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

type Settled =
  | {
      __typename: 'SignServicePeriodSuccess' | 'RejectServicePeriodSuccess'
      servicePeriod: { version: number }
    }
  | { __typename: 'ServicePeriodRefused'; code: string }
  | { __typename: 'NotFound' | 'StaleVersion' }

const rowOutcome = (id: string, outcome: Settled): RowOutcome =>
  'servicePeriod' in outcome
    ? { id, done: true, version: outcome.servicePeriod.version }
    : { id, done: false, reason: periodRefusalText(outcome) }

const reading = { counts: timeCounts, row: rowOutcome, refusal: refusalText }

/** Signing stands (F134): there is no `undo`. */
export const timeCommands: QueueCommands = {
  accept: async (rows, comment) => bulkOutcome(await act(SignPeriods, { input: { rows, comment } }), reading),
  reject: async (rows, comment) =>
    bulkOutcome(await act(RejectPeriods, { input: { rows, comment } }), reading),
  async lastStep(id) {
    const answer = await readFresh(LastPeriodStep, { id })
    const entry = answer?.servicePeriod?.history.edges[0]?.node
    return entry && { command: entry.command, by: entry.by.displayName, at: entry.at }
  },
}
