import { graphql, type ResultOf, type VariablesOf } from '#lib/graph/index.ts'

/** A conversation as lists show it. What is written in it stays on its own page. */
const ConversationRow = graphql(`
  fragment ConversationRow on SupervisionConversation {
    id
    status
    startsAt
    endsAt
    durationMinutes
    place
    availableCommands
    trainee {
      id
      displayName
    }
    mentor {
      id
      displayName
    }
    invitedBy {
      id
      displayName
    }
    series {
      id
      everyWeeks
    }
    preparations {
      part
      sequence
      author {
        id
      }
    }
  }
`)

export const ConversationsQuery = graphql(
  `
    query Conversations(
      $filter: ConversationFilter
      $direction: SortDirection!
      $first: Int!
      $after: String
    ) {
      supervisionConversations(
        filter: $filter
        orderBy: { field: STARTS_AT, direction: $direction }
        first: $first
        after: $after
      ) {
        totalCount
        eventCursor
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ConversationRow
          }
        }
      }
    }
  `,
  [ConversationRow],
)

export type Row = ResultOf<typeof ConversationRow>
export type ConversationsVariables = VariablesOf<typeof ConversationsQuery>
