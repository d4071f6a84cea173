import { graphql } from '#lib/graph/index.ts'
import { followTrainee } from '#lib/training/index.ts'

const ServiceTimeRecordChanged = graphql(`
  subscription ServiceTimeRecordChanged($traineeId: ID!, $after: EventCursor) {
    serviceTimeRecordChanged(traineeId: $traineeId, after: $after) {
      servicePeriodId
      servicePeriod {
        id
        status
        version
        availableCommands
      }
    }
  }
`)

/**
 * Follows the periods of one trainee for as long as the component lives, as they are sent, decided, changed and
 * removed; `refresh` reads the rest of the page again. Periods that were never sent have no events. Undefined: follows
 * no trainee.
 */
export const followServiceTime = (traineeId: () => string | undefined, refresh: () => void): void =>
  followTrainee({
    ...{ document: ServiceTimeRecordChanged, traineeId, refresh },
    firstRead: ({ serviceTimeTasks }) => serviceTimeTasks?.eventCursor,
  })
