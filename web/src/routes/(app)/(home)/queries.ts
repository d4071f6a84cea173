import { Opening } from '#lib/access/queries.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const HomeQuery = graphql(
  `
    query Home {
      viewer {
        profile {
          unseenRecordOpenings
          recordOpenings(first: 5) {
            edges {
              node {
                ...Opening
              }
            }
          }
        }
        conversationTasks {
          next {
            id
            status
            startsAt
            endsAt
            place
            trainee {
              id
              displayName
            }
            mentor {
              id
              displayName
            }
          }
        }
        trainee {
          id
          assignedPlans(status: [ACTIVE], first: 6) {
            totalCount
            edges {
              node {
                id
                planVersion {
                  id
                  label
                  template {
                    id
                    title
                  }
                }
                goalProgress {
                  done
                  total
                  percent
                }
              }
            }
          }
        }
      }
      signing: signingQueue(tab: WAITING, first: 5, orderBy: { field: SENT_AT, direction: ASC }) {
        edges {
          node {
            id
            performedOn
            trainee {
              id
              displayName
            }
            definition {
              id
              title
            }
            goals {
              id
              definition {
                id
                code
              }
            }
            signingRequest {
              waitingDays
            }
          }
        }
      }
      approval: approvalQueue(tab: WAITING, first: 5, orderBy: { field: SENT_AT, direction: ASC }) {
        edges {
          node {
            id
            trainee {
              id
              displayName
            }
            definition {
              id
              code
              wording
            }
            approvalRequest {
              waitingDays
            }
          }
        }
      }
      led: traineeOverview(scope: LED, first: 4, orderBy: { field: LONGEST_WAIT, direction: DESC }) {
        totalCount
        edges {
          node {
            ...PersonCard
          }
        }
      }
      mentored: traineeOverview(
        scope: MENTORED
        first: 4
        orderBy: { field: LONGEST_WAIT, direction: DESC }
      ) {
        totalCount
        edges {
          node {
            ...PersonCard
          }
        }
      }
    }

    fragment PersonCard on TraineeOverviewRow {
      trainee {
        id
        displayName
        position
      }
      goals {
        done
        total
        percent
      }
      goalsWaiting
      activitiesWaiting
      longestWaitDays
    }
  `,
  [Opening],
)

export type Home = ResultOf<typeof HomeQuery>
type Viewer = NonNullable<Home['viewer']>
export type Plans = NonNullable<NonNullable<Viewer['trainee']>['assignedPlans']>
export type NextTalk = NonNullable<NonNullable<Viewer['conversationTasks']>['next']>
export type Overview = NonNullable<Home['led']>
