import { graphql } from '#lib/graph/index.ts'

export type RelationKind = ReturnType<typeof graphql.scalar<'RelationKind'>>
export type PersonPurpose = ReturnType<typeof graphql.scalar<'PersonPurpose'>>

export const PersonSearch = graphql(`
  query PersonSearch($search: String!, $purpose: PersonPurpose!, $forPersonId: ID!) {
    personSearch(search: $search, purpose: $purpose, forPersonId: $forPersonId, first: 8) {
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
