import { Opening } from '#lib/access/queries.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Openings = graphql(
  `
    fragment Openings on RecordOpeningConnection {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...Opening
          traineeName
          trainee {
            id
          }
        }
      }
    }
  `,
  [Opening],
)

export const AccessQuery = graphql(
  `
    query RecordOpenings($after: String, $openedAfter: String) {
      viewer {
        profile {
          unseenRecordOpenings
          recordOpenings(first: 20, after: $after) {
            ...Openings
          }
          openedRecords(first: 20, after: $openedAfter) {
            ...Openings
          }
        }
      }
    }
  `,
  [Openings],
)

export type OpeningList = ResultOf<typeof Openings>
