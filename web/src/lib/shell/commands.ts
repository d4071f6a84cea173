import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'

const SetLanguage = graphql(`
  mutation SetLanguage($input: SetLanguageInput!) {
    setLanguage(input: $input) {
      __typename
      ... on SetLanguageSuccess {
        person {
          id
          language
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

export const preferenceCommands = commands({ setLanguage: SetLanguage })
