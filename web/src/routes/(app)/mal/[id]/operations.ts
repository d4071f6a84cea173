import { RecordAccess } from '#lib/access/queries.ts'
import { graphql } from '#lib/graph/index.ts'

export const GoalFields = graphql(`
  fragment GoalFields on LearningGoal {
    id
    contentOpen
    status
    version
    availableCommands
    trainee {
      id
      displayName
      position
      unit {
        id
        name
      }
    }
    definition {
      id
      code
      wording
      level
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
      role
      sentAt
      waitingDays
    }
    decision {
      outcome
      by {
        id
        displayName
      }
      source
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
    activities {
      edges {
        node {
          id
          status
          version
          performedOn
          comment
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
          fulfilment {
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
          uploadedAt
          uploadedBy {
            id
            displayName
          }
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

export const GoalPage = graphql(
  `
    query GoalPage($id: ID!) {
      learningGoal(id: $id) {
        ...GoalFields
        trainee {
          ...RecordAccess
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
        definition {
          id
          detail {
            category
            part
            transitionEndsOn
          }
        }
      }
    }
  `,
  [GoalFields, RecordAccess],
)

/** The same queue that the reader came from, for the way to the next and the one before. */
export const GoalNeighbours = graphql(`
  query GoalNeighbours($tab: ApprovalTab!, $scope: QueueScope!) {
    approvalQueue(tab: $tab, scope: $scope, first: 100) {
      edges {
        node {
          id
        }
      }
    }
  }
`)

export const ApproverChoices = graphql(`
  query ApproverChoices($goalId: ID!) {
    approverChoices(goalId: $goalId) {
      person {
        id
        displayName
      }
      role
      guideline
    }
  }
`)
