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

export const TraineeServiceTimeQuery = graphql(
  `
    query TraineeServiceTime($id: ID!) {
      trainee(id: $id) {
        ...ServiceTimeOf
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

export const PeriodQuery = graphql(
  `
    query ServicePeriodPage($id: ID!) {
      servicePeriod(id: $id) {
        ...PeriodState
        trainee {
          id
          serviceTimeSigners {
            id
            displayName
          }
        }
        history {
          edges {
            node {
              id
              at
              command
              comment
              digest
              by {
                id
                displayName
              }
              onBehalfOf {
                id
                displayName
              }
            }
          }
        }
      }
    }
  `,
  [PeriodState],
)

/** Who registers, from the one who takes the registration: the form stands without the rest. */
export const RegisteringQuery = graphql(`
  query RegisteringTrainee {
    viewer {
      trainee {
        id
        servesPart1
      }
    }
  }
`)

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

/** What the guidance's own record lacks within these days. */
export const GapsQuery = graphql(`
  query SupervisionGaps($from: Date!, $to: Date!) {
    viewer {
      trainee {
        id
        supervisionGaps(from: $from, to: $to) {
          from
          to
        }
      }
    }
  }
`)

export const ServiceTimeLines = graphql(`
  query ServiceTimeLines($id: ID!, $first: Int!, $after: String) {
    trainee(id: $id) {
      id
      displayName
      serviceTimeLedger {
        asOf
        registered {
          lines(first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                startsOn
                endsOn
                days
                countedDays
                effect
                paragraph
                confirmed
                servicePeriod {
                  id
                  enterpriseName
                  fte
                }
              }
            }
          }
        }
      }
    }
  }
`)
