import { graphql } from '#lib/graph/index.ts'

export const PlanSearch = graphql(`
  query PlanSearch($search: String) {
    planTemplates(filter: { search: $search }, first: 12) {
      totalCount
      edges {
        node {
          id
          code
          title
        }
      }
    }
  }
`)
