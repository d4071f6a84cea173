import { addSharedTypes, builderOptions, type SharedSchemaTypes } from '@kompetanse/graph'
import SchemaBuilder from '@pothos/core'
import { database } from './database.ts'
import type PrismaTypes from './generated/pothos-types.ts'
import { getDatamodel } from './generated/pothos-types.ts'

interface Types extends SharedSchemaTypes {
  PrismaTypes: PrismaTypes
  Scalars: SharedSchemaTypes['Scalars'] & { EventCursor: { Input: string; Output: string } }
}

export const builder = new SchemaBuilder<Types>({
  ...builderOptions,
  prisma: { client: database, dmmf: getDatamodel() },
})

export const { NotFound, StaleVersion } = addSharedTypes(builder)

builder.queryType()
builder.mutationType()
builder.subscriptionType()
