import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const MyPlansQuery = graphql(`
  query MyPlans {
    viewer {
      trainee {
        id
        assignedPlans(first: 20) {
          edges {
            node {
              id
              status
              assignedAt
              assignedBy {
                id
                displayName
              }
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
              activityProgress {
                done
                total
                percent
              }
              goals(filter: { status: [REJECTED, COMPLETED] }, first: 50) {
                edges {
                  node {
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
              activities(filter: { status: [REJECTED, REGISTERED] }, first: 50) {
                edges {
                  node {
                    id
                    status
                    definition {
                      id
                      title
                    }
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

type Viewer = NonNullable<ResultOf<typeof MyPlansQuery>['viewer']>
type Trainee = NonNullable<Viewer['trainee']>
export type MyPlan = NonNullable<Trainee['assignedPlans']>['edges'][number]['node']
