import { RecordAccess } from '#lib/access/queries.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** All that a command may change: each command selects it, and the page redraws from the cache. */
const ActivityState = graphql(`
  fragment ActivityState on LearningActivity {
    id
    contentOpen
    status
    version
    availableCommands
    performedOn
    comment
    lastValidOn
    signingRequest {
      sentAt
      waitingDays
      role
      signer {
        id
        displayName
      }
      rejection {
        at
        comment
        by {
          id
          displayName
        }
      }
    }
    signature {
      at
      comment
      role
      by {
        id
        displayName
      }
      onBehalfOf {
        id
        displayName
      }
    }
    fulfilment {
      at
      comment
      by {
        id
        displayName
      }
    }
    attachments(first: 50) {
      edges {
        node {
          id
          fileName
          mediaType
          byteSize
          scan
          uploadedAt
          downloadUrl
          uploadedBy {
            id
            displayName
          }
        }
      }
    }
    comments(first: 50) {
      edges {
        node {
          id
          at
          text
          by {
            id
            displayName
          }
        }
      }
    }
    history(first: 50) {
      edges {
        node {
          id
          at
          command
          comment
          digest
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
`)

export const ActivityQuery = graphql(
  `
    query Activity($id: ID!) {
      learningActivity(id: $id) {
        ...ActivityState
        trainee {
          id
          displayName
          ...RecordAccess
        }
        definition {
          id
          title
          kind
          origin
          description
          arena
        }
        goals {
          id
          definition {
            id
            code
            wording
          }
          assignedPlan {
            id
            planVersion {
              id
              template {
                id
                title
              }
            }
          }
        }
      }
      signerChoices(activityId: $id) {
        role
        person {
          id
          displayName
        }
      }
    }
  `,
  [ActivityState, RecordAccess],
)

export type Activity = NonNullable<ResultOf<typeof ActivityQuery>['learningActivity']>
export type SignerChoice = NonNullable<ResultOf<typeof ActivityQuery>['signerChoices']>[number]

export { ActivityState }
