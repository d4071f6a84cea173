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

const PeriodHistory = graphql(`
  fragment PeriodHistory on ServicePeriodHistoryConnection {
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
        signed {
          kind
          enterpriseName
          unitName
          position
          fte
          startsOn
          endsOn
          overlapReason
          absences {
            kind
            startsOn
            endsOn
            share
          }
          unsupervisedPeriods {
            startsOn
            endsOn
            reason
          }
        }
      }
    }
  }
`)

/** A period as it stands, or as it was when it was removed: of the two, one is there. */
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
        history(last: 100) {
          ...PeriodHistory
        }
      }
      removedServicePeriod(id: $id) {
        id
        kind
        enterpriseName
        unitName
        position
        fte
        startsOn
        endsOn
        overlapReason
        removedAt
        trainee {
          id
          displayName
        }
        removedBy {
          id
          displayName
        }
        absences {
          id
          kind
          startsOn
          endsOn
          share
        }
        unsupervisedPeriods {
          id
          startsOn
          endsOn
          reason
        }
        signature {
          id
          at
          by {
            id
            displayName
          }
        }
        history(last: 100) {
          ...PeriodHistory
        }
      }
    }
  `,
  [PeriodState, PeriodHistory],
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

export const ServiceTimeLines = graphql(`
  query ServiceTimeLines($id: ID!, $after: String) {
    trainee(id: $id) {
      id
      displayName
      serviceTimeLedger {
        reckonedOn
        registered {
          lines(first: 100, after: $after) {
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
