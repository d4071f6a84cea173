import { ScopeParts } from '#lib/administration/scope-parts.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

/**
 * The signed-in person, their tabs, and how many requests wait for them: fetched once, then updated by the queues'
 * events.
 */
export const ViewerQuery = graphql(
  `
    query Viewer {
      viewer {
        profile {
          person {
            id
            displayName
            language
          }
          trainingRoles
          workspaces
          grants {
            id
            role
            scope {
              ...ScopeParts
            }
          }
          deputyships {
            id
            leader {
              id
              displayName
            }
            unit {
              id
              name
            }
            endsOn
          }
        }
        trainingTasks {
          signing {
            waiting
            rejected
            signed
          }
          signingCursor
          approval {
            waiting
            rejected
            approved
          }
          approvalCursor
          ownActivitiesRejected
          ownGoalsRejected
          oldestWaitDays
        }
        conversationTasks {
          invitationsToAnswer
          toPrepare
          toFinalise
          eventCursor
        }
        conversationTemplateOffers {
          scope {
            __typename
          }
        }
        serviceTimeTasks {
          queue {
            waiting
            rejected
            signed
          }
          eventCursor
          ownPeriodsRejected
          oldestWaitDays
        }
      }
    }
  `,
  [ScopeParts],
)

export type Viewer = NonNullable<ResultOf<typeof ViewerQuery>['viewer']>
export type Workspace = NonNullable<Viewer['profile']>['workspaces'][number]

export const SigningCountsChanged = graphql(`
  subscription SigningCountsChanged($after: EventCursor) {
    signingQueueChanged(scope: MINE, after: $after) {
      counts {
        waiting
        rejected
        signed
      }
    }
  }
`)

export const ApprovalCountsChanged = graphql(`
  subscription ApprovalCountsChanged($after: EventCursor) {
    approvalQueueChanged(scope: MINE, after: $after) {
      counts {
        waiting
        rejected
        approved
      }
    }
  }
`)

export const ServiceTimeCountsChanged = graphql(`
  subscription ServiceTimeCountsChanged($after: EventCursor) {
    serviceTimeQueueChanged(scope: MINE, after: $after) {
      counts {
        waiting
        rejected
        signed
      }
    }
  }
`)

export const ConversationTasksChanged = graphql(`
  subscription ConversationTasksChanged($after: EventCursor) {
    ownConversationsChanged(after: $after) {
      tasks {
        invitationsToAnswer
        toPrepare
        toFinalise
      }
    }
  }
`)
