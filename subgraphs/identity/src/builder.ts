import {
  addRegionCode,
  addScopeInput,
  addSharedTypes,
  builderOptions,
  countedConnections,
  type SharedSchemaTypes,
} from '@kompetanse/graph'
import SchemaBuilder from '@pothos/core'
import { database } from './database.ts'
import type PrismaTypes from './generated/pothos-types.ts'
import { getDatamodel } from './generated/pothos-types.ts'

export const builder = new SchemaBuilder<SharedSchemaTypes & { PrismaTypes: PrismaTypes }>({
  ...builderOptions,
  relay: { ...builderOptions.relay, pageInfoTypeOptions: { shareable: true, tag: 'region' } },
  prisma: { client: database, dmmf: getDatamodel() },
})

/** The types of this subgraph's schema, for what helps to build it. */
export type Types = typeof builder.$inferSchemaTypes

export const { NotFound, StaleVersion, refusal } = addSharedTypes(builder)
export const RegionCode = addRegionCode(builder)
export const ScopeInput = addScopeInput(builder, RegionCode)

/** What a region's own client may read: the composed contract keeps these and drops the rest. */
export const forRegions = { tag: 'region' }

/** `XConnection` and `XEdge` with `totalCount`, as the last arguments of a connection field. */
export const counted = countedConnections(builder)

builder.queryType({})
builder.mutationType({})
