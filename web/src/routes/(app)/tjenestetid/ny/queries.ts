import { graphql } from '#lib/graph/index.ts'

/** Who registers, from the one who takes the registration: the form stands without the rest. */
export const RegisteringQuery = graphql(`
  query RegisteringTrainee {
    viewer {
      trainee {
        id
        servesPart1
      }
    }
  }
`)
