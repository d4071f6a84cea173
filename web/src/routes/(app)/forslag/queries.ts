import { commands } from '#lib/command/index.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Proposal = graphql(`
  fragment Proposal on CurriculumProposal {
    id
    status
    reason
    regionCode
    proposedAt
    proposedBy {
      id
      displayName
    }
    isCurrent
    decision {
      at
      by {
        id
        displayName
      }
      comment
    }
    version
    availableCommands
    change {
      __typename
      ... on ProposedTrackPlans {
        assignsAutomatically
        track {
          code
          name
          planTemplates {
            id
            title
          }
        }
        planTemplates {
          id
          title
        }
      }
      ... on ProposedActivityChange {
        activity {
          id
          title
          description
          courseHours
          validMonths
          goals {
            id
            code
          }
        }
        wording {
          title
          description
          courseHours
          validMonths
        }
      }
    }
  }
`)

/** What waits for an answer, and the last that got one. */
export const ProposalsQuery = graphql(
  `
    query CurriculumProposals {
      open: curriculumProposals(filter: { status: [OPEN] }, first: 100) {
        totalCount
        edges {
          node {
            ...Proposal
          }
        }
      }
      answered: curriculumProposals(filter: { status: [ACCEPTED, REJECTED, WITHDRAWN] }, first: 20) {
        totalCount
        edges {
          node {
            ...Proposal
          }
        }
      }
      nation {
        regions {
          code
          name
        }
      }
    }
  `,
  [Proposal],
)

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

export type ProposalData = ResultOf<typeof Proposal>
export type Change<Name extends ProposalData['change']['__typename']> = Extract<
  ProposalData['change'],
  { __typename: Name }
>
