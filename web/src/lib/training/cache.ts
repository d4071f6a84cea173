import type { DataFields, UpdateResolver } from '@urql/exchange-graphcache'
import type { CachePart } from '#lib/graph/cache-part.ts'
import { graphql } from '#lib/graph/graphql.ts'
import { queueCache } from '#lib/queue/cache.ts'

const SigningCounts = graphql(`
  fragment SigningCounts on Viewer {
    trainingTasks {
      signing {
        waiting
        rejected
        signed
      }
    }
  }
`)

const ApprovalCounts = graphql(`
  fragment ApprovalCounts on Viewer {
    trainingTasks {
      approval {
        waiting
        rejected
        approved
      }
    }
  }
`)

export const signingCache = queueCache({
  fragment: SigningCounts,
  viewer: (signing) => ({ trainingTasks: { __typename: 'TrainingTasks', signing } }),
  event: 'signingQueueChanged',
  commands: ['signActivities', 'rejectActivities'],
})

export const approvalCache = queueCache({
  fragment: ApprovalCounts,
  viewer: (approval) => ({ trainingTasks: { __typename: 'TrainingTasks', approval } }),
  event: 'approvalQueueChanged',
  commands: ['approveGoals', 'rejectGoals'],
})

const dropPlan =
  (field: string): UpdateResolver<DataFields> =>
  (result, _args, cache) => {
    const id = (result[field] as { assignedPlanId?: string } | null)?.assignedPlanId
    if (id) cache.invalidate({ __typename: 'AssignedPlan', id })
  }

export const planCache: CachePart = {
  Mutation: {
    deleteAssignedPlan: dropPlan('deleteAssignedPlan'),
    deleteBegunPlan: dropPlan('deleteBegunPlan'),
  },
}
