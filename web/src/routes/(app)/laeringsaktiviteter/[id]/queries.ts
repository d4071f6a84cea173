import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Definition = graphql(`
  fragment Definition on LearningActivityDefinition {
    id
    title
    kind
    origin
    description
    arena
    courseHours
    validMonths
    version
    availableCommands
    goals {
      id
      code
    }
  }
`)

export const GoalDefinitionQuery = graphql(
  `
    query GoalDefinition($id: ID!) {
      learningGoalDefinition(id: $id) {
        id
        code
        wording
        level
        detail {
          category
          part
          startsOn
          endsOn
          transitionEndsOn
          availableCommands
          activities {
            ...Definition
          }
        }
      }
    }
  `,
  [Definition],
)

export type GoalDefinition = NonNullable<ResultOf<typeof GoalDefinitionQuery>['learningGoalDefinition']>
export type ActivityDefinition = ResultOf<typeof Definition>
export { Definition }
