import { graphql, type ResultOf, type VariablesOf } from '#lib/graph/index.ts'

export const OverviewQuery = graphql(`
  query Overview(
    $scope: OverviewScope!
    $filter: TraineeFilter
    $orderBy: TraineeOverviewOrder
    $after: String
  ) {
    traineeOverview(scope: $scope, filter: $filter, orderBy: $orderBy, first: 40, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          trainee {
            id
            displayName
            position
            unit {
              id
              name
            }
          }
          goals {
            done
            total
            percent
          }
          activities {
            done
            total
            percent
          }
          goalsWaiting
          activitiesWaiting
          longestWaitDays
        }
      }
    }
  }
`)

export type OverviewVariables = VariablesOf<typeof OverviewQuery>
export type OverviewScope = OverviewVariables['scope']
export type OverviewRow = NonNullable<
  ResultOf<typeof OverviewQuery>['traineeOverview']
>['edges'][number]['node']
