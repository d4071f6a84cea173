import { graphql, type ResultOf } from '#lib/graph/index.ts'

const DatedRule = graphql(`
  fragment DatedRule on ServiceTimeRule {
    code
    value {
      __typename
      ... on ServiceTimeRuleDays {
        days
      }
      ... on ServiceTimeRulePercent {
        percent
      }
      ... on ServiceTimeRuleChoice {
        choice
      }
    }
    kinds
    source
    startsOn
    endsOn
    decision {
      at
      by {
        id
        displayName
      }
    }
  }
`)

/** Every threshold and choice, with the rules that it has had and is going to have. */
export const SettingsQuery = graphql(
  `
    query ServiceTimeSettings {
      serviceTimeSettings {
        code
        valueKind
        choices
        availableCommands
        inForce {
          ...DatedRule
        }
        rules {
          ...DatedRule
        }
      }
    }
  `,
  [DatedRule],
)

export type Setting = NonNullable<ResultOf<typeof SettingsQuery>['serviceTimeSettings']>[number]
export type RuleData = ResultOf<typeof DatedRule>
