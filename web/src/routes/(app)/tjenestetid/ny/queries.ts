import { graphql } from '#lib/graph/index.ts'

/** The trainee who registers, from service time alone: the form works without the other subgraphs. */
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
