import { graphql } from '#lib/graph/index.ts'
import { GroupFields } from '../queries.ts'

export const GroupQuery = graphql(
  `
    query SupervisionGroup($id: ID!) {
      supervisionGroup(id: $id) {
        ...GroupFields
      }
    }
  `,
  [GroupFields],
)
