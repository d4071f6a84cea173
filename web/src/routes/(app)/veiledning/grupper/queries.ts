import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const GroupFields = graphql(`
  fragment GroupFields on SupervisionGroup {
    id
    name
    trackCode
    requiredHours
    requirementSource
    closedOn
    version
    availableCommands
    mentor {
      id
      displayName
    }
    members(first: 50) {
      totalCount
      edges {
        node {
          id
          joinedOn
          leftOn
          running
          hours
          trainee {
            id
            displayName
          }
        }
      }
    }
    meetings(first: 100) {
      totalCount
      edges {
        node {
          id
          on
          hours
          topic
          present {
            id
            displayName
          }
        }
      }
    }
  }
`)

export type Group = ResultOf<typeof GroupFields>
export type Member = Group['members']['edges'][number]['node']
export type Meeting = Group['meetings']['edges'][number]['node']

export const GroupsQuery = graphql(`
  query SupervisionGroups {
    supervisionGroups(includeClosed: true, first: 50) {
      totalCount
      edges {
        node {
          id
          name
          trackCode
          requiredHours
          closedOn
          mentor {
            id
            displayName
          }
          members(first: 50) {
            totalCount
            edges {
              node {
                id
                hours
                trainee {
                  id
                }
              }
            }
          }
          meetings(first: 100) {
            totalCount
          }
        }
      }
    }
  }
`)
