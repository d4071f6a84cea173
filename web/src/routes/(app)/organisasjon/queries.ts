import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** The tree down to the enterprises; units are read when an enterprise is opened. */
export const OrganisationQuery = graphql(`
  query Organisation {
    nation {
      name
      regions {
        code
        name
        administrators {
          id
          displayName
          mayOpenRecord
        }
        enterprises(first: 100) {
          totalCount
          edges {
            node {
              id
              name
              kind
              administrators {
                id
                displayName
                mayOpenRecord
              }
            }
          }
        }
      }
    }
  }
`)

export const UnitsQuery = graphql(`
  query EnterpriseUnits($id: ID!) {
    enterprise(id: $id) {
      id
      units(first: 100) {
        totalCount
        edges {
          node {
            id
            name
            parent {
              id
            }
            leader {
              id
              displayName
              mayOpenRecord
            }
            persons(first: 1) {
              totalCount
            }
          }
        }
      }
    }
  }
`)

type Nation = NonNullable<ResultOf<typeof OrganisationQuery>['nation']>
export type Region = Nation['regions'][number]
export type Enterprise = Region['enterprises']['edges'][number]['node']
export type Unit = NonNullable<ResultOf<typeof UnitsQuery>['enterprise']>['units']['edges'][number]['node']
/** Somebody who answers for a place; a link only where the viewer may open the person's record. */
export type Answering = Region['administrators'][number]
