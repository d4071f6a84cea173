import { graphql } from '#lib/graph/index.ts'
import { PeriodState } from '../queries.ts'

export const ServiceTimeQueuePage = graphql(
  `
    query ServiceTimeQueuePage(
      $tab: ServiceTimeTab!
      $scope: QueueScope!
      $filter: ServiceTimeQueueFilter
      $after: String
    ) {
      serviceTimeQueue(tab: $tab, scope: $scope, filter: $filter, first: 50, after: $after) {
        totalCount
        counts {
          waiting
          rejected
          signed
        }
        eventCursor
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PeriodState
          }
        }
      }
    }
  `,
  [PeriodState],
)

export const ServiceTimeQueueLive = graphql(
  `
    subscription ServiceTimeQueueLive($scope: QueueScope!, $after: EventCursor!) {
      serviceTimeQueueChanged(scope: $scope, after: $after) {
        change
        servicePeriodId
        entry {
          tab
          servicePeriod {
            ...PeriodState
          }
        }
        counts {
          waiting
          rejected
          signed
        }
      }
    }
  `,
  [PeriodState],
)

export const PeriodHistory = graphql(`
  query ServicePeriodHistory($id: ID!) {
    servicePeriod(id: $id) {
      id
      version
      history {
        edges {
          node {
            id
            at
            command
            comment
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
`)

export const LastPeriodStep = graphql(`
  query LastServicePeriodStep($id: ID!) {
    servicePeriod(id: $id) {
      id
      history(last: 1) {
        edges {
          node {
            id
            at
            command
            by {
              id
              displayName
            }
          }
        }
      }
    }
  }
`)
