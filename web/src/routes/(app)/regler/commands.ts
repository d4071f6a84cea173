import { commands } from '#lib/command/index.ts'
import { graphql, type VariablesOf } from '#lib/graph/index.ts'

const SetRule = graphql(`
  mutation SetServiceTimeRule($input: SetServiceTimeRuleInput!) {
    setServiceTimeRule(input: $input) {
      __typename
      ... on SetServiceTimeRuleSuccess {
        rule {
          code
          startsOn
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

export type RuleInput = VariablesOf<typeof SetRule>['input']

/** The one command on a rule of § 31. */
export const ruleCommands = commands({ set: SetRule })
