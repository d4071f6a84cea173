import { commands, graphql } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { refusalText } from '#lib/training/index.ts'
import { PeriodState } from './queries.ts'

/** Why not, all that is wrong with what was stated, and the period as it stands. */
const PeriodRefusal = graphql(
  `
    fragment PeriodRefusal on ServicePeriodRefused {
      code
      problems {
        code
        part
        index
        day
      }
      current {
        ...PeriodState
      }
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

const texts: Record<string, () => string> = {
  OWN_PERIOD: m.time_refusal_OWN_PERIOD,
  SIGNATURE_NOT_NEEDED: m.time_refusal_SIGNATURE_NOT_NEEDED,
  PERIOD_NOT_OVER: m.time_refusal_PERIOD_NOT_OVER,
  PERIOD_INVALID: m.time_refusal_PERIOD_INVALID,
}

/** The words for an outcome that is not a success; service time's own codes first. */
export const periodRefusalText = (outcome: { __typename: string; code?: string }): string =>
  texts[outcome.code ?? '']?.() ?? refusalText(outcome)
