import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { Proposal } from './queries.ts'

const Accept = graphql(
  `
    mutation AcceptProposal($input: AcceptProposalInput!) {
      acceptProposal(input: $input) {
        __typename
        ... on AcceptProposalSuccess {
          proposal {
            ...Proposal
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Proposal],
)

const Reject = graphql(
  `
    mutation RejectProposal($input: RejectProposalInput!) {
      rejectProposal(input: $input) {
        __typename
        ... on RejectProposalSuccess {
          proposal {
            ...Proposal
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Proposal],
)

const Withdraw = graphql(
  `
    mutation WithdrawProposal($input: WithdrawProposalInput!) {
      withdrawProposal(input: $input) {
        __typename
        ... on WithdrawProposalSuccess {
          proposal {
            ...Proposal
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Proposal],
)

export const proposalCommands = commands({ accept: Accept, reject: Reject, withdraw: Withdraw })
