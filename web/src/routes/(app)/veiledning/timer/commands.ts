import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'

const RecordHours = graphql(`
  mutation RecordGuidanceHours($input: RecordGuidanceHoursInput!) {
    recordGuidanceHours(input: $input) {
      __typename
      ... on RecordGuidanceHoursSuccess {
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
  mutation CorrectGuidanceHours($input: CorrectGuidanceHoursInput!) {
    correctGuidanceHours(input: $input) {
      __typename
      ... on CorrectGuidanceHoursSuccess {
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
  mutation RemoveGuidanceHours($input: RemoveGuidanceHoursInput!) {
    removeGuidanceHours(input: $input) {
      __typename
      ... on RemoveGuidanceHoursSuccess {
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
