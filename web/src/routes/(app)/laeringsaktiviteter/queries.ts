import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** Goals by words in any Norwegian inflection, or by the beginning of a code. */
export const GoalDefinitionsQuery = graphql(`
  query GoalDefinitions($search: String!) {
    learningGoalDefinitions(filter: { search: $search }, first: 50) {
      totalCount
      edges {
        node {
          id
          code
          wording
          detail {
            category
            endsOn
            activities {
              id
            }
          }
        }
      }
    }
  }
`)

export type GoalDefinitionRow = NonNullable<
  ResultOf<typeof GoalDefinitionsQuery>['learningGoalDefinitions']
>['edges'][number]['node']
