import { graphql } from '#lib/graph/index.ts'
import { PeriodSummary, ServiceTimeOf } from '#lib/service-time/fragments.ts'

export const MyServiceTimeQuery = graphql(
  `
    query MyServiceTime {
      viewer {
        trainee {
          ...ServiceTimeOf
        }
      }
    }
  `,
  [ServiceTimeOf],
)

/** All that was stated of one period, and what has become of it. */
export const PeriodState = graphql(
  `
    fragment PeriodState on ServicePeriod {
      ...PeriodSummary
      unitName
      overlapReason
      enterprise {
        id
        name
      }
      trainee {
        id
        displayName
      }
    }
  `,
  [PeriodSummary],
)

/** Where one can have served: the enterprises of the portal, with the trainee's own first. */
export const PlacesQuery = graphql(`
  query ServicePlaces {
    viewer {
      trainee {
        id
        position
        unit {
          id
          enterprise {
            id
            name
          }
        }
      }
    }
    nation {
      regions {
        code
        enterprises(first: 100) {
          edges {
            node {
              id
              name
            }
          }
        }
      }
    }
  }
`)

/** What the supervision's own record lacks within these days. */
export const GapsQuery = graphql(`
  query SupervisionGaps($startsOn: Date!, $endsOn: Date!) {
    viewer {
      trainee {
        id
        supervisionGaps(startsOn: $startsOn, endsOn: $endsOn) {
          startsOn
          endsOn
        }
      }
    }
  }
`)
