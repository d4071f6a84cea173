import { Grant } from '#lib/administration/roles.ts'
import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { Deputy } from './queries.ts'

const GrantRole = graphql(
  `
    mutation GrantRole($input: GrantRoleInput!) {
      grantRole(input: $input) {
        __typename
        ... on GrantRoleSuccess {
          grant {
            ...Grant
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Grant],
)

const RevokeRole = graphql(
  `
    mutation RevokeRole($input: RevokeRoleInput!) {
      revokeRole(input: $input) {
        __typename
        ... on RevokeRoleSuccess {
          grant {
            ...Grant
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Grant],
)

const AppointDeputy = graphql(
  `
    mutation AppointDeputy($input: AppointDeputyInput!) {
      appointDeputy(input: $input) {
        __typename
        ... on AppointDeputySuccess {
          deputyship {
            ...Deputy
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Deputy],
)

const EndDeputyship = graphql(
  `
    mutation EndDeputyship($input: EndDeputyshipInput!) {
      endDeputyship(input: $input) {
        __typename
        ... on EndDeputyshipSuccess {
          deputyship {
            ...Deputy
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Deputy],
)

/** Each command on what a person may do in the portal. */
export const personCommands = commands({
  grantRole: GrantRole,
  revokeRole: RevokeRole,
  appointDeputy: AppointDeputy,
  endDeputyship: EndDeputyship,
})
