import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const HoursSum = graphql(`
  fragment HoursSum on SupervisionHours {
    year
    hours
    required
    requiredSoFar
    met
    basis
    groupHours
    unsupervisedDays
    running {
      startsOn
      hours
      required
      averagePerYear
      met
    }
  }
`)

export type Hours = ResultOf<typeof HoursSum>

/** One year of each doctor whose supervision the viewer follows, by name, with the next conversation. */
export const HoursReport = graphql(
  `
    query SupervisionHoursReport($year: Int!, $traineeIds: [ID!], $after: String) {
      supervisionHoursReport(year: $year, traineeIds: $traineeIds, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            trainee {
              id
              displayName
              nextConversation {
                id
                startsAt
                status
              }
            }
            ...HoursSum
          }
        }
      }
    }
  `,
  [HoursSum],
)

export type HoursRow = NonNullable<
  ResultOf<typeof HoursReport>['supervisionHoursReport']
>['edges'][number]['node']
