import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** How much of a doctor's training record the person at the screen may read. */
export const RecordAccess = graphql(`
  fragment RecordAccess on Trainee {
    id
    displayName
    recordAccess {
      state
      until
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
    until
    seenAt
    openedBy {
      id
      displayName
    }
  }
`)

export const OpenRecord = graphql(`
  mutation OpenRecord($input: OpenRecordInput!) {
    openRecord(input: $input) {
      __typename
      ... on OpenRecordSuccess {
        opening {
          id
          until
        }
      }
      ... on IdentityRefused {
        code
      }
    }
  }
`)

export const MarkOpeningsSeen = graphql(`
  mutation MarkRecordOpeningsSeen($input: MarkRecordOpeningsSeenInput!) {
    markRecordOpeningsSeen(input: $input) {
      __typename
      unseen
    }
  }
`)

export type TraineeAccess = ResultOf<typeof RecordAccess>
export type OpeningData = ResultOf<typeof Opening>
