import { HoursSum } from '#lib/conversation/hours.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const HoursDetail = graphql(
  `
    query SupervisionHoursOfTrainee($id: ID!, $year: Int!, $startsOn: Date!, $endsOn: Date!) {
      trainee(id: $id) {
        id
        displayName
        supervisionHours(year: $year) {
          ...HoursSum
          entries(first: 100) {
            totalCount
            edges {
              node {
                id
                on
                hours
                kind
                note
                version
                availableCommands
                recordedBy {
                  id
                  displayName
                }
                source {
                  __typename
                  ... on ConversationSummary {
                    id
                  }
                }
                history(first: 20) {
                  edges {
                    node {
                      id
                      at
                      command
                      on
                      hours
                      note
                      reason
                      by {
                        id
                        displayName
                      }
                    }
                  }
                }
              }
            }
          }
        }
        supervisionGaps(startsOn: $startsOn, endsOn: $endsOn) {
          startsOn
          endsOn
          days
        }
      }
    }
  `,
  [HoursSum],
)

type Detail = NonNullable<ResultOf<typeof HoursDetail>['trainee']>
export type HoursEntry = NonNullable<Detail['supervisionHours']>['entries']['edges'][number]['node']
export type Gap = NonNullable<Detail['supervisionGaps']>[number]
export type HoursChange = HoursEntry['history']['edges'][number]['node']
