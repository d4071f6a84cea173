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
export type RelationKind = ReturnType<typeof graphql.scalar<'RelationKind'>>
export type TraineePlan = ResultOf<typeof PlanCard>

export const PersonSearch = graphql(`
  query PersonSearch($search: String!, $role: RelationKind) {
    personSearch(search: $search, role: $role, first: 8) {
      edges {
        node {
          id
          displayName
          email
        }
      }
    }
  }
`)

export const PlanSearch = graphql(`
  query PlanSearch($search: String) {
    planTemplates(filter: { search: $search }, first: 12) {
      totalCount
      edges {
        node {
          id
          code
          title
        }
      }
    }
  }
`)

export { Relations }
