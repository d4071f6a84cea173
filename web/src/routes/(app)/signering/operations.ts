import { graphql } from '#lib/graph/index.ts'

export const SigningRow = graphql(`
  fragment SigningRow on LearningActivity {
    id
    status
    version
    availableCommands
    performedOn
    comment
    trainee {
      id
      displayName
      position
    }
    definition {
      id
      title
      kind
    }
    goals {
      id
      definition {
        id
        code
        wording
      }
    }
    signingRequest {
      sentAt
      waitingDays
      signer {
        id
        displayName
      }
      rejection {
        by {
          id
          displayName
        }
        at
        comment
      }
    }
    signature {
      by {
        id
        displayName
      }
      at
      comment
    }
  }
`)

export const SigningQueuePage = graphql(
  `
    query SigningQueuePage($tab: SigningTab!, $scope: QueueScope!, $filter: QueueFilter, $after: String) {
      signingQueue(tab: $tab, scope: $scope, filter: $filter, first: 50, after: $after) {
        totalCount
        counts {
          waiting
          rejected
          signed
        }
        eventCursor
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...SigningRow
          }
        }
      }
    }
  `,
  [SigningRow],
)

export const SigningQueueLive = graphql(
  `
    subscription SigningQueueLive($scope: QueueScope!, $after: EventCursor!) {
      signingQueueChanged(scope: $scope, after: $after) {
        change
        activityId
        entry {
          tab
          activity {
            ...SigningRow
          }
        }
        counts {
          waiting
          rejected
          signed
        }
      }
    }
  `,
  [SigningRow],
)

export const ActivityBasis = graphql(`
  query ActivityBasis($id: ID!) {
    learningActivity(id: $id) {
      id
      version
      attachments {
        edges {
          node {
            id
            fileName
            byteSize
            scan
            downloadUrl
          }
        }
      }
      comments {
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
      history {
        edges {
          node {
            id
            at
            command
            status
            comment
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
  }
`)

export const LastActivityStep = graphql(`
  query LastActivityStep($id: ID!) {
    learningActivity(id: $id) {
      id
      history(last: 1) {
        edges {
          node {
            id
            at
            command
            by {
              id
              displayName
            }
          }
        }
      }
    }
  }
`)
