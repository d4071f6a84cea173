import { graphql } from '#lib/graph/index.ts'

export const ApprovalRow = graphql(`
  fragment ApprovalRow on LearningGoal {
    id
    status
    version
    availableCommands
    trainee {
      id
      displayName
      position
    }
    definition {
      id
      code
      wording
    }
    completion {
      completedOn
      comment
    }
    approvalRequest {
      approver {
        id
        displayName
      }
      sentAt
      waitingDays
    }
    decision {
      outcome
      by {
        id
        displayName
      }
      at
      comment
    }
    approvalBasis {
      activityProgress {
        done
        total
        percent
      }
      recommendations {
        by {
          id
          displayName
        }
        recommended
        at
      }
      guideline
    }
  }
`)

export const ApprovalQueuePage = graphql(
  `
    query ApprovalQueuePage($tab: ApprovalTab!, $scope: QueueScope!, $filter: QueueFilter, $after: String) {
      approvalQueue(tab: $tab, scope: $scope, filter: $filter, first: 50, after: $after) {
        totalCount
        counts {
          waiting
          rejected
          approved
        }
        eventCursor
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ApprovalRow
          }
        }
      }
    }
  `,
  [ApprovalRow],
)

export const ApprovalQueueLive = graphql(
  `
    subscription ApprovalQueueLive($scope: QueueScope!, $after: EventCursor!) {
      approvalQueueChanged(scope: $scope, after: $after) {
        change
        goalId
        entry {
          tab
          goal {
            ...ApprovalRow
          }
        }
        counts {
          waiting
          rejected
          approved
        }
      }
    }
  `,
  [ApprovalRow],
)

export const GoalSummary = graphql(`
  query GoalSummary($id: ID!) {
    learningGoal(id: $id) {
      id
      version
      activities {
        edges {
          node {
            id
            status
            performedOn
            definition {
              id
              title
              kind
            }
            signature {
              by {
                id
                displayName
              }
              at
            }
          }
        }
      }
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
      history {
        edges {
          node {
            id
            at
            command
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

export const LastGoalStep = graphql(`
  query LastGoalStep($id: ID!) {
    learningGoal(id: $id) {
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
