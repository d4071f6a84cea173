import { HoursSum } from '#lib/conversation/hours.ts'
import { ConversationFields } from '#lib/conversation/queries.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const SharedTextFields = graphql(`
  fragment SharedTextFields on ConversationText {
    part
    author {
      id
      displayName
    }
    state
    text
    sequence
    updatedAt
    sharedAt
    mayShare
  }
`)

export const ConversationQuery = graphql(
  `
    query Conversation($id: ID!, $year: Int!) {
      supervisionConversation(id: $id) {
        ...ConversationFields
        eventCursor
        trainee {
          supervisionHours(year: $year) {
            ...HoursSum
          }
        }
        preparations {
          ...SharedTextFields
        }
        minutes {
          ...SharedTextFields
        }
        agreements {
          ...SharedTextFields
        }
        previous {
          id
          startsAt
          agreements {
            text
          }
        }
        history(first: 100) {
          edges {
            node {
              id
              at
              by {
                id
                displayName
              }
              command
              startsAt
              reason
              digest
            }
          }
        }
      }
    }
  `,
  [ConversationFields, SharedTextFields, HoursSum],
)

export type ConversationPage = NonNullable<ResultOf<typeof ConversationQuery>['supervisionConversation']>
export type HistoryEntry = ConversationPage['history']['edges'][number]['node']

/** What a text event carries is applied as it comes; of the rest the page reads anew what it shows. */
export const ConversationChanged = graphql(`
  subscription ConversationChanged($conversationId: ID!, $after: EventCursor) {
    conversationChanged(conversationId: $conversationId, after: $after) {
      change
      written {
        part
        update
        sequence
      }
      at
      by {
        id
        displayName
      }
      conversation {
        id
        status
        version
        availableCommands
      }
    }
  }
`)

export type ConversationEvent = ResultOf<typeof ConversationChanged>['conversationChanged']
