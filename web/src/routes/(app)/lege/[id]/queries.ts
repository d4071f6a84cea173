import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Relations = graphql(`
  fragment Relations on Trainee {
    id
    availableCommands
    leader {
      id
      version
      validFrom
      availableCommands
      person {
        id
        displayName
      }
    }
    mentor {
      id
      version
      validFrom
      availableCommands
      person {
        id
        displayName
      }
    }
    supervisors(first: 50) {
      edges {
        node {
          id
          version
          validFrom
          validTo
          availableCommands
          person {
            id
            displayName
          }
        }
      }
    }
  }
`)

export const PlanCard = graphql(`
  fragment PlanCard on AssignedPlan {
    id
    status
    version
    begun
    assignedAt
    availableCommands
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
  }
`)

export const TraineeQuery = graphql(
  `
    query Trainee($id: ID!) {
      trainee(id: $id) {
        id
        displayName
        position
        track {
          code
          name
        }
        unit {
          id
          name
        }
        ...Relations
        trainingProgress {
          goals {
            done
            total
            percent
          }
          activities {
            done
            total
            percent
          }
          goalsWaiting
          activitiesWaiting
        }
        assignedPlans(first: 50) {
          edges {
            node {
              ...PlanCard
            }
          }
        }
      }
    }
  `,
  [Relations, PlanCard],
)

export type Trainee = NonNullable<ResultOf<typeof TraineeQuery>['trainee']>
export type TraineePlan = ResultOf<typeof PlanCard>

export { Relations }
