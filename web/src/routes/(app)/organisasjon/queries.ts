import { graphql, type ResultOf } from '#lib/graph/index.ts'

const EnterprisePage = graphql(`
  fragment EnterprisePage on EnterpriseConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
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
`)

/** The tree down to the first enterprises; units are read when an enterprise is opened. */
export const OrganisationQuery = graphql(
  `
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
          enterprises(first: 50) {
            ...EnterprisePage
          }
        }
      }
    }
  `,
  [EnterprisePage],
)

/** The next enterprises of a region. */
export const EnterprisesQuery = graphql(
  `
    query RegionEnterprises($code: RegionCode!, $after: String) {
      region(code: $code) {
        code
        enterprises(first: 50, after: $after) {
          ...EnterprisePage
        }
      }
    }
  `,
  [EnterprisePage],
)

export const UnitsQuery = graphql(`
  query EnterpriseUnits($id: ID!, $after: String) {
    enterprise(id: $id) {
      id
      units(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
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
/** A person responsible for a place; a link only where the viewer may open the person's record. */
export type Answering = Region['administrators'][number]
