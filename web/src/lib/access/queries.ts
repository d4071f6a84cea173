import { commands } from '#lib/command/index.ts'
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

const OpenRecord = graphql(`
  mutation OpenRecord($input: OpenRecordInput!) {
    openRecord(input: $input) {
      __typename
      ... on OpenRecordSuccess {
        opening {
          id
          closesAt
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const MarkOpeningsSeen = graphql(`
  mutation MarkRecordOpeningsSeen($input: MarkRecordOpeningsSeenInput!) {
    markRecordOpeningsSeen(input: $input) {
      __typename
      ... on MarkRecordOpeningsSeenSuccess {
        unseen
      }
    }
  }
`)

/** Opens a record, and marks openings of one's own record as seen. */
export const accessCommands = commands({ open: OpenRecord, markSeen: MarkOpeningsSeen })

export type TraineeAccess = ResultOf<typeof RecordAccess>
export type OpeningData = ResultOf<typeof Opening>
