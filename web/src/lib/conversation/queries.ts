import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** A conversation without its texts: what lists, heads and live events show. */
export const ConversationFields = graphql(`
  fragment ConversationFields on SupervisionConversation {
    id
    status
    version
    startsAt
    endsAt
    durationMinutes
    place
    topics
    reason
    finalisedAt
    availableCommands
    invitedBy {
      id
      displayName
    }
    trainee {
      id
      displayName
    }
    mentor {
      id
      displayName
    }
    series {
      id
      everyWeeks
    }
    signature {
      by {
        id
        displayName
      }
      at
      digest
    }
    goals {
      goalId
      assessment
      goal {
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
`)

export type Conversation = ResultOf<typeof ConversationFields>
export type ConversationStatus = Conversation['status']

/** The reason of the refusal, and the conversation's current state, so that the buttons redraw at once. */
export const ConversationRefusal = graphql(
  `
    fragment ConversationRefusal on Refusal {
      ... on ConversationRefused {
        current {
          ...ConversationFields
        }
      }
      code
    }
  `,
  [ConversationFields],
)

export type Mentee = { readonly id: string; readonly displayName: string }

export const TemplatesQuery = graphql(`
  query ConversationTemplates {
    conversationTemplates {
      id
      name
      topics
    }
  }
`)

/** The goals of a doctor's plans that hold these words. */
export const PlanGoalSearch = graphql(`
  query PlanGoalSearch($traineeId: ID!, $search: String!) {
    trainee(id: $traineeId) {
      id
      assignedPlans(status: [ACTIVE], first: 10) {
        edges {
          node {
            id
            goals(filter: { search: $search }, first: 8) {
              edges {
                node {
                  id
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
`)
