import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const Proposal = graphql(`
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

export type ProposalData = ResultOf<typeof Proposal>
export type Change<Name extends ProposalData['change']['__typename']> = Extract<
  ProposalData['change'],
  { __typename: Name }
>
