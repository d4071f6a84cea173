import { graphql } from '#lib/graph/index.ts'
import { followTrainee } from './follow-trainee.svelte.ts'

const TrainingRecordChanged = graphql(`
  subscription TrainingRecordChanged($traineeId: ID!, $after: EventCursor) {
    trainingRecordChanged(traineeId: $traineeId, after: $after) {
      item {
        __typename
        ... on LearningActivity {
          id
          activityStatus: status
          version
          activityCommands: availableCommands
        }
        ... on LearningGoal {
          id
          goalStatus: status
          version
          goalCommands: availableCommands
        }
      }
    }
  }
`)

/**
 * Follows the activities and goals of one trainee for as long as the component lives: their state and buttons
 * come with the stream; `refresh` reads the rest of the page again. Undefined: follows no trainee.
 */
export const followRecord = (traineeId: () => string | undefined, refresh: () => void): void =>
  followTrainee({
    ...{ document: TrainingRecordChanged, traineeId, refresh },
    firstRead: ({ trainingTasks }) => trainingTasks?.signingCursor,
  })
