import { graphql, type ResultOf, type VariablesOf } from '#lib/graph/index.ts'

/** The trainees that the viewer mentors: those a mentor can invite. */
export const MenteesQuery = graphql(`
  query Mentees {
    traineeOverview(scope: MENTORED, first: 100, orderBy: { field: NAME, direction: ASC }) {
      edges {
        node {
          trainee {
            id
            displayName
          }
        }
      }
    }
  }
`)

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

const ConversationPage = graphql(
  `
    fragment ConversationPage on SupervisionConversationConnection {
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
  `,
  [ConversationRow],
)

/** What is still to be held or finalised, all at once. */
export const OpenConversationsQuery = graphql(
  `
    query OpenConversations($filter: ConversationFilter) {
      supervisionConversations(filter: $filter, orderBy: { field: STARTS_AT, direction: ASC }, first: 100) {
        ...ConversationPage
      }
    }
  `,
  [ConversationPage],
)

/** What has been, or was found, page by page. */
export const ConversationsQuery = graphql(
  `
    query Conversations($filter: ConversationFilter, $after: String) {
      supervisionConversations(
        filter: $filter
        orderBy: { field: STARTS_AT, direction: DESC }
        first: 20
        after: $after
      ) {
        ...ConversationPage
      }
    }
  `,
  [ConversationPage],
)

export type Row = ResultOf<typeof ConversationRow>
export type ConversationsVariables = VariablesOf<typeof ConversationsQuery>
