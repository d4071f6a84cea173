import { graphql, type ResultOf } from '#lib/graph/index.ts'

const PersonRow = graphql(`
  fragment PersonRow on Person {
    id
    displayName
    email
    unit {
      id
      name
      enterprise {
        id
        name
      }
    }
  }
`)

/** Persons by the beginnings of their names, within what the administrator reaches. */
export const PersonsQuery = graphql(
  `
    query Persons($search: String!) {
      personSearch(search: $search, first: 50) {
        totalCount
        edges {
          node {
            ...PersonRow
          }
        }
      }
    }
  `,
  [PersonRow],
)

/** The persons of a unit that the viewer administers. */
export const UnitPersonsQuery = graphql(
  `
    query UnitPersons($id: ID!) {
      unit(id: $id) {
        id
        name
        enterprise {
          id
          name
        }
        persons(first: 100) {
          totalCount
          edges {
            node {
              ...PersonRow
            }
          }
        }
      }
    }
  `,
  [PersonRow],
)

export type PersonRowData = ResultOf<typeof PersonRow>
