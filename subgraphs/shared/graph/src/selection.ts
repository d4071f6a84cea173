import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'

/**
 * What a reference's fields need from the database, to be spread into a `findUnique`: Prisma joins the references
 * of one request into one statement. Typed as nothing in particular, since only the resolvers read what it adds.
 */
export const selectionOf = (context: object, info: GraphQLResolveInfo, typeName: string): object =>
  queryFromInfo({ context, info, typeName })
