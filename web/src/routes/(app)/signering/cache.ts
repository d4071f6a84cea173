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

export const signingCache = queueCache({
  fragment: SigningCounts,
  viewer: (signing) => ({ trainingTasks: { __typename: 'TrainingTasks', signing } }),
  event: 'signingQueueChanged',
  commands: ['signActivities', 'rejectActivities'],
})
