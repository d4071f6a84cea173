import { printSubgraphSchema } from '@apollo/subgraph'
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql'

/** The subgraph's SDL with its federation directives, in an order that does not depend on the code's. */
export const printSubgraph = (schema: GraphQLSchema): string =>
  `${printSubgraphSchema(lexicographicSortSchema(schema))}\n`
