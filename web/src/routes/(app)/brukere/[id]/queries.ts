import { Grant } from '#lib/administration/roles.ts'
import { ScopeParts } from '#lib/administration/scope-parts.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Deputy = graphql(`
  fragment Deputy on Deputyship {
    id
    startsOn
    endsOn
    version
    availableCommands
    leader {
      id
      displayName
    }
    deputy {
      id
      displayName
    }
    unit {
      id
      name
    }
  }
`)

export const PersonRecordQuery = graphql(
  `
    query PersonRecord($id: ID!) {
      personRecord(id: $id) {
        person {
          id
          displayName
          email
          phone
          hprNumber
          unit {
            id
            name
            enterprise {
              id
              name
            }
          }
        }
        active
        trainee {
          id
          position
          track {
            code
            name
          }
          leader {
            id
            person {
              id
              displayName
            }
          }
          mentor {
            id
            person {
              id
              displayName
            }
          }
        }
        grants {
          ...Grant
        }
        roleOffers {
          role
          scope {
            ...ScopeParts
          }
        }
        trainees(first: 100) {
          totalCount
          edges {
            node {
              id
              kind
              startsOn
              trainee {
                id
                displayName
                position
              }
            }
          }
        }
        deputies {
          ...Deputy
        }
        deputyFor {
          ...Deputy
        }
        deputyUnits {
          id
          name
        }
      }
    }
  `,
  [Grant, Deputy, ScopeParts],
)

export type PersonRecord = NonNullable<ResultOf<typeof PersonRecordQuery>['personRecord']>
export type Offer = PersonRecord['roleOffers'][number]
export type DeputyData = ResultOf<typeof Deputy>
export { Deputy }
