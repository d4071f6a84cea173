import { printSubgraphSchema } from '@apollo/subgraph'
import { markOneOf } from '@kompetanse/schema/one-of'
import { isInputObjectType, lexicographicSortSchema, type GraphQLSchema } from 'graphql'

/** The subgraph's SDL with its federation directives, in an order that does not depend on the code's. */
export const printSubgraph = (schema: GraphQLSchema): string =>
  markOneOf(`${printSubgraphSchema(lexicographicSortSchema(schema))}\n`, oneOfs(schema))

const oneOfs = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type) && type.isOneOf)
    .map(({ name }) => name)
    .toSorted()
