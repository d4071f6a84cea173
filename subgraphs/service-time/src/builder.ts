import { addSharedTypes, builderOptions, countedConnections, type SharedSchemaTypes } from '@kompetanse/graph'
import SchemaBuilder from '@pothos/core'
import { database } from './database.ts'
import type PrismaTypes from './generated/pothos-types.ts'
import { getDatamodel } from './generated/pothos-types.ts'

export const builder = new SchemaBuilder<SharedSchemaTypes & { PrismaTypes: PrismaTypes }>({
  ...builderOptions,
  prisma: { client: database, dmmf: getDatamodel() },
})

/** The types of this subgraph's schema, for what helps to build it. */
export type Types = typeof builder.$inferSchemaTypes

export const { NotFound, StaleVersion, refusal } = addSharedTypes(builder)

/** `XConnection` and `XEdge` with `totalCount`, as the last arguments of a connection field. */
export const counted = countedConnections(builder)

builder.queryType()
builder.mutationType()
builder.subscriptionType()
