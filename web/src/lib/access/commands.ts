import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'

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
