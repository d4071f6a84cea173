import { graphql } from '#lib/graph/index.ts'
import { PlanCard, Relations } from './queries.ts'

export const AssignPlans = graphql(`
  mutation AssignPlans($input: AssignPlansInput!) {
    assignPlans(input: $input) {
      __typename
      ... on AssignPlansSuccess {
        rows {
          planTemplateId
          outcome {
            __typename
            ... on AssignedPlanRefused {
              code
            }
          }
        }
      }
      ... on AssignedPlanRefused {
        code
      }
    }
  }
`)

export const AssignTrackPlans = graphql(`
  mutation AssignTrackPlans($input: AssignTrackPlansInput!) {
    assignTrackPlans(input: $input) {
      __typename
      ... on AssignTrackPlansSuccess {
        rows {
          planTemplateId
          outcome {
            __typename
            ... on AssignedPlanRefused {
              code
            }
          }
        }
      }
      ... on AssignedPlanRefused {
        code
      }
    }
  }
`)

export const DeletePlan = graphql(`
  mutation DeleteAssignedPlan($input: DeleteAssignedPlanInput!) {
    deleteAssignedPlan(input: $input) {
      __typename
      ... on DeleteAssignedPlanSuccess {
        assignedPlanId
      }
      ... on AssignedPlanRefused {
        code
      }
    }
  }
`)

export const DeleteBegunPlan = graphql(`
  mutation DeleteBegunPlan($input: DeleteBegunPlanInput!) {
    deleteBegunPlan(input: $input) {
      __typename
      ... on DeleteBegunPlanSuccess {
        assignedPlanId
      }
      ... on AssignedPlanRefused {
        code
      }
    }
  }
`)

export const ArchivePlan = graphql(
  `
    mutation ArchiveAssignedPlan($input: ArchiveAssignedPlanInput!) {
      archiveAssignedPlan(input: $input) {
        __typename
        ... on ArchiveAssignedPlanSuccess {
          plan {
            ...PlanCard
          }
        }
        ... on AssignedPlanRefused {
          code
        }
      }
    }
  `,
  [PlanCard],
)

export const RestorePlan = graphql(
  `
    mutation RestoreAssignedPlan($input: RestoreAssignedPlanInput!) {
      restoreAssignedPlan(input: $input) {
        __typename
        ... on RestoreAssignedPlanSuccess {
          plan {
            ...PlanCard
          }
        }
        ... on AssignedPlanRefused {
          code
        }
      }
    }
  `,
  [PlanCard],
)

export const RegisterLeader = graphql(
  `
    mutation RegisterLeader($input: RegisterLeaderInput!) {
      registerLeader(input: $input) {
        __typename
        ... on RegisterLeaderSuccess {
          trainee {
            ...Relations
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Relations],
)

export const RegisterMentor = graphql(
  `
    mutation RegisterMentor($input: RegisterMentorInput!) {
      registerMentor(input: $input) {
        __typename
        ... on RegisterMentorSuccess {
          trainee {
            ...Relations
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Relations],
)

export const RegisterSupervisor = graphql(
  `
    mutation RegisterSupervisor($input: RegisterSupervisorInput!) {
      registerSupervisor(input: $input) {
        __typename
        ... on RegisterSupervisorSuccess {
          trainee {
            ...Relations
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Relations],
)

export const EndRelation = graphql(
  `
    mutation EndRelation($input: EndRelationInput!) {
      endRelation(input: $input) {
        __typename
        ... on EndRelationSuccess {
          trainee {
            ...Relations
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Relations],
)
