import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const PlanQuery = graphql(`
  query Plan($id: ID!) {
    assignedPlan(id: $id) {
      id
      status
      assignedAt
      assignedBy {
        id
        displayName
      }
      trainee {
        id
        displayName
      }
      planVersion {
        id
        startsOn
        endsOn
        transitionEndsOn
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
      activityProgress {
        done
        total
        percent
      }
      forecast {
        basis
        startsOn
        approvedSince
        remaining
        doneOn
        curve {
          on
          approved
        }
      }
      goals(first: 200) {
        totalCount
        edges {
          node {
            id
            status
            availableCommands
            definition {
              id
              code
              wording
              detail {
                category
              }
            }
            approvalRequest {
              sentAt
              approver {
                id
                displayName
              }
            }
            decision {
              at
            }
            activities(first: 10) {
              edges {
                node {
                  id
                  status
                  availableCommands
                }
              }
            }
          }
        }
      }
    }
  }
`)

export type Plan = NonNullable<ResultOf<typeof PlanQuery>['assignedPlan']>
export type PlanGoal = Plan['goals']['edges'][number]['node']
