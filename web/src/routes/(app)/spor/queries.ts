import { commands } from '#lib/command/index.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const TrackPlans = graphql(`
  fragment TrackPlans on Track {
    code
    name
    part
    assignsPlansAutomatically
    version
    availableCommands
    planTemplates {
      id
      code
      title
    }
  }
`)

export const TracksQuery = graphql(
  `
    query Tracks {
      tracks {
        ...TrackPlans
      }
    }
  `,
  [TrackPlans],
)

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

export type TrackData = ResultOf<typeof TrackPlans>
