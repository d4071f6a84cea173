import { RecordAccess } from '#lib/access/queries.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Relations = graphql(`
  fragment Relations on Trainee {
    id
    availableCommands
    leader {
      id
      version
      startsOn
      availableCommands
      person {
        id
        displayName
      }
    }
    mentor {
      id
      version
      startsOn
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
          startsOn
          endsOn
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
  }
`)

/** Time and status of conversations; only the two parties read more. */
const Summaries = graphql(`
  fragment Summaries on ConversationSummaryConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        status
        startsAt
        durationMinutes
        mentor {
          id
          displayName
        }
      }
    }
  }
`)

/** The next summaries below those that the page came with. */
export const MoreSummaries = graphql(
  `
    query MoreConversationSummaries($id: ID!, $after: String) {
      trainee(id: $id) {
        id
        conversationSummaries(first: 40, after: $after) {
          ...Summaries
        }
      }
    }
  `,
  [Summaries],
)

export type SummaryConnection = ResultOf<typeof Summaries>

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
        ...RecordAccess
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
        conversationSummaries(first: 12) {
          ...Summaries
        }
      }
    }
  `,
  [Relations, RecordAccess, PlanCard, Summaries],
)

export type Trainee = NonNullable<ResultOf<typeof TraineeQuery>['trainee']>
export type TraineePlan = ResultOf<typeof PlanCard>

export { Relations }
