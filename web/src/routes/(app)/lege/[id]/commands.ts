import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { PlanCard, Relations } from './queries.ts'

const AssignPlans = graphql(`
  mutation AssignPlans($input: AssignPlansInput!) {
    assignPlans(input: $input) {
      __typename
      ... on AssignPlansSuccess {
        rows {
          planTemplateId
          outcome {
            __typename
            ... on Refusal {
              code
            }
          }
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const AssignTrackPlans = graphql(`
  mutation AssignTrackPlans($input: AssignTrackPlansInput!) {
    assignTrackPlans(input: $input) {
      __typename
      ... on AssignTrackPlansSuccess {
        rows {
          planTemplateId
          outcome {
            __typename
            ... on Refusal {
              code
            }
          }
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const DeletePlan = graphql(`
  mutation DeleteAssignedPlan($input: DeleteAssignedPlanInput!) {
    deleteAssignedPlan(input: $input) {
      __typename
      ... on DeleteAssignedPlanSuccess {
        assignedPlanId
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const DeleteBegunPlan = graphql(`
  mutation DeleteBegunPlan($input: DeleteBegunPlanInput!) {
    deleteBegunPlan(input: $input) {
      __typename
      ... on DeleteBegunPlanSuccess {
        assignedPlanId
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const ArchivePlan = graphql(
  `
    mutation ArchiveAssignedPlan($input: ArchiveAssignedPlanInput!) {
      archiveAssignedPlan(input: $input) {
        __typename
        ... on ArchiveAssignedPlanSuccess {
          plan {
            ...PlanCard
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [PlanCard],
)

const RestorePlan = graphql(
  `
    mutation RestoreAssignedPlan($input: RestoreAssignedPlanInput!) {
      restoreAssignedPlan(input: $input) {
        __typename
        ... on RestoreAssignedPlanSuccess {
          plan {
            ...PlanCard
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [PlanCard],
)

const RegisterLeader = graphql(
  `
    mutation RegisterLeader($input: RegisterLeaderInput!) {
      registerLeader(input: $input) {
        __typename
        ... on RegisterLeaderSuccess {
          trainee {
            ...Relations
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Relations],
)

const RegisterMentor = graphql(
  `
    mutation RegisterMentor($input: RegisterMentorInput!) {
      registerMentor(input: $input) {
        __typename
        ... on RegisterMentorSuccess {
          trainee {
            ...Relations
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Relations],
)

const RegisterSupervisor = graphql(
  `
    mutation RegisterSupervisor($input: RegisterSupervisorInput!) {
      registerSupervisor(input: $input) {
        __typename
        ... on RegisterSupervisorSuccess {
          trainee {
            ...Relations
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Relations],
)

const EndRelation = graphql(
  `
    mutation EndRelation($input: EndRelationInput!) {
      endRelation(input: $input) {
        __typename
        ... on EndRelationSuccess {
          trainee {
            ...Relations
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Relations],
)

/** The commands on a doctor’s plans, and on the doctor’s leaders, mentors and supervisors. */
export const traineeCommands = commands({
  assignPlans: AssignPlans,
  assignTrackPlans: AssignTrackPlans,
  deletePlan: DeletePlan,
  deleteBegunPlan: DeleteBegunPlan,
  archivePlan: ArchivePlan,
  restorePlan: RestorePlan,
  registerLeader: RegisterLeader,
  registerMentor: RegisterMentor,
  registerSupervisor: RegisterSupervisor,
  endRelation: EndRelation,
})
