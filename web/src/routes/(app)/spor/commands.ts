import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { TrackPlans } from './queries.ts'

const SetTrackPlans = graphql(
  `
    mutation SetTrackPlans($input: SetTrackPlansInput!) {
      setTrackPlans(input: $input) {
        __typename
        ... on SetTrackPlansSuccess {
          track {
            ...TrackPlans
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [TrackPlans],
)

const ProposeTrackPlans = graphql(`
  mutation ProposeTrackPlans($input: ProposeTrackPlansInput!) {
    proposeTrackPlans(input: $input) {
      __typename
      ... on ProposeTrackPlansSuccess {
        proposal {
          id
          status
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

/** Each command on a track. */
export const trackCommands = commands({ setPlans: SetTrackPlans, proposePlans: ProposeTrackPlans })
