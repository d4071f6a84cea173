import { graphql } from '#lib/graph/graphql.ts'
import { queueCache } from '#lib/queue/cache.ts'

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

export const approvalCache = queueCache({
  fragment: ApprovalCounts,
  viewer: (approval) => ({ trainingTasks: { __typename: 'TrainingTasks', approval } }),
  event: 'approvalQueueChanged',
  commands: ['approveGoals', 'rejectGoals'],
})
