import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const TrackPlans = graphql(`
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

export type TrackData = ResultOf<typeof TrackPlans>
