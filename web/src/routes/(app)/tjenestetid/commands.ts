import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { PeriodState } from './queries.ts'

/** The reason of the refusal with all problems of the input, and the period's current state. */
const PeriodRefusal = graphql(
  `
    fragment PeriodRefusal on Refusal {
      ... on ServicePeriodRefused {
        problems {
          code
          part
          index
          occursOn
        }
        current {
          ...PeriodState
        }
      }
      code
    }
  `,
  [PeriodState],
)

const RegisterPeriod = graphql(
  `
    mutation RegisterServicePeriod($input: RegisterServicePeriodInput!) {
      registerServicePeriod(input: $input) {
        __typename
        ... on RegisterServicePeriodSuccess {
          servicePeriod {
            ...PeriodState
          }
        }
        ...PeriodRefusal
      }
    }
  `,
  [PeriodState, PeriodRefusal],
)

const EditPeriod = graphql(
  `
    mutation EditServicePeriod($input: EditServicePeriodInput!) {
      editServicePeriod(input: $input) {
        __typename
        ... on EditServicePeriodSuccess {
          withdrewSignature
          servicePeriod {
            ...PeriodState
          }
        }
        ...PeriodRefusal
      }
    }
  `,
  [PeriodState, PeriodRefusal],
)

const RemovePeriod = graphql(
  `
    mutation RemoveServicePeriod($input: RemoveServicePeriodInput!) {
      removeServicePeriod(input: $input) {
        __typename
        ... on RemoveServicePeriodSuccess {
          servicePeriodId
        }
        ...PeriodRefusal
      }
    }
  `,
  [PeriodRefusal],
)

const SendPeriod = graphql(
  `
    mutation SendServicePeriod($input: SendServicePeriodForSigningInput!) {
      sendServicePeriodForSigning(input: $input) {
        __typename
        ... on SendServicePeriodForSigningSuccess {
          servicePeriod {
            ...PeriodState
          }
        }
        ...PeriodRefusal
      }
    }
  `,
  [PeriodState, PeriodRefusal],
)

/** What the trainee can have done with an own period. */
export const periodCommands = commands({
  register: RegisterPeriod,
  edit: EditPeriod,
  remove: RemovePeriod,
  send: SendPeriod,
})
