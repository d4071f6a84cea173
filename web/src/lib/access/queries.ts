import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** How much of a doctor's training record the person at the screen may read. */
export const RecordAccess = graphql(`
  fragment RecordAccess on Trainee {
    id
    displayName
    recordAccess {
      state
      closesAt
      mayOpen
    }
  }
`)

export const Opening = graphql(`
  fragment Opening on RecordOpening {
    id
    role
    reason
    openedAt
    closesAt
    seenAt
    openedBy {
      id
      displayName
    }
  }
`)

export type TraineeAccess = ResultOf<typeof RecordAccess>
export type OpeningData = ResultOf<typeof Opening>
