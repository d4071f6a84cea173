import { graphql } from '#lib/graph/index.ts'

export type RelationKind = ReturnType<typeof graphql.scalar<'RelationKind'>>

export const PersonSearch = graphql(`
  query PersonSearch($search: String!, $role: RelationKind) {
    personSearch(search: $search, role: $role, first: 8) {
      edges {
        node {
          id
          displayName
          email
        }
      }
    }
  }
`)
