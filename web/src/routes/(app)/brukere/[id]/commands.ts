import { Grant } from '#lib/administration/roles.ts'
import { graphql } from '#lib/graph/index.ts'
import { Deputy } from './queries.ts'

export const GrantRole = graphql(
  `
    mutation GrantRole($input: GrantRoleInput!) {
      grantRole(input: $input) {
        __typename
        ... on GrantRoleSuccess {
          grant {
            ...Grant
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Grant],
)

export const RevokeRole = graphql(
  `
    mutation RevokeRole($input: RevokeRoleInput!) {
      revokeRole(input: $input) {
        __typename
        ... on RevokeRoleSuccess {
          grant {
            ...Grant
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Grant],
)

export const AppointDeputy = graphql(
  `
    mutation AppointDeputy($input: AppointDeputyInput!) {
      appointDeputy(input: $input) {
        __typename
        ... on AppointDeputySuccess {
          deputyship {
            ...Deputy
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Deputy],
)

export const EndDeputyship = graphql(
  `
    mutation EndDeputyship($input: EndDeputyshipInput!) {
      endDeputyship(input: $input) {
        __typename
        ... on EndDeputyshipSuccess {
          deputyship {
            ...Deputy
          }
        }
        ... on IdentityRefused {
          code
        }
      }
    }
  `,
  [Deputy],
)
