import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'

const RecordHours = graphql(`
  mutation RecordSupervisionHours($input: RecordSupervisionHoursInput!) {
    recordSupervisionHours(input: $input) {
      __typename
      ... on RecordSupervisionHoursSuccess {
        entry {
          id
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const CorrectHours = graphql(`
  mutation CorrectSupervisionHours($input: CorrectSupervisionHoursInput!) {
    correctSupervisionHours(input: $input) {
      __typename
      ... on CorrectSupervisionHoursSuccess {
        entry {
          id
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const RemoveHours = graphql(`
  mutation RemoveSupervisionHours($input: RemoveSupervisionHoursInput!) {
    removeSupervisionHours(input: $input) {
      __typename
      ... on RemoveSupervisionHoursSuccess {
        entry {
          id
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

export const hoursCommands = commands({ record: RecordHours, correct: CorrectHours, remove: RemoveHours })
