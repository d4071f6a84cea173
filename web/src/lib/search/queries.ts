import { graphql, type ResultOf, type VariablesOf } from '#lib/graph/index.ts'

const TraineesFound = graphql(`
  fragment TraineesFound on TraineeOverviewConnection {
    totalCount
    edges {
      node {
        trainee {
          id
          displayName
          unit {
            id
            name
          }
        }
      }
    }
  }
`)

/** All searches of one person in one query; each is included only when the person has that role. */
export const SearchQuery = graphql(
  `
    query Search(
      $text: String!
      $own: Boolean!
      $led: Boolean!
      $standIn: Boolean!
      $mentored: Boolean!
      $administered: Boolean!
      $curriculum: Boolean!
    ) {
      viewer @include(if: $own) {
        trainee {
          id
          assignedPlans(status: [ACTIVE], first: 10) {
            edges {
              node {
                id
                goals(filter: { search: $text }, first: 6) {
                  totalCount
                  edges {
                    node {
                      id
                      status
                      definition {
                        id
                        code
                        wording
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
      led: traineeOverview(scope: LED, filter: { search: $text }, first: 6) @include(if: $led) {
        ...TraineesFound
      }
      standIn: traineeOverview(scope: AS_DEPUTY, filter: { search: $text }, first: 6) @include(if: $standIn) {
        ...TraineesFound
      }
      mentored: traineeOverview(scope: MENTORED, filter: { search: $text }, first: 6)
        @include(if: $mentored) {
        ...TraineesFound
      }
      administered: personSearch(search: $text, first: 6) @include(if: $administered) {
        totalCount
        edges {
          node {
            id
            displayName
            unit {
              id
              name
            }
          }
        }
      }
      curriculum: learningGoalDefinitions(filter: { search: $text }, first: 6) @include(if: $curriculum) {
        totalCount
        edges {
          node {
            id
            code
            wording
          }
        }
      }
    }
  `,
  [TraineesFound],
)

export type Found = ResultOf<typeof SearchQuery>
export type Reach = Omit<VariablesOf<typeof SearchQuery>, 'text'>
