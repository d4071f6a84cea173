import { graphql } from '#lib/graph/index.ts'
import { ServiceTimeOf } from '#lib/service-time/fragments.ts'

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
