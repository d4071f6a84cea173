import { graphql } from '#lib/graph/index.ts'

/** A scope by its name, and by what a command takes. */
export const ScopeParts = graphql(`
  fragment ScopeParts on Scope {
    __typename
    ... on Region {
      code
      name
    }
    ... on Enterprise {
      id
      name
    }
  }
`)
