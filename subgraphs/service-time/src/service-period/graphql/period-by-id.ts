import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import type { Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { ServicePeriod } from './ServicePeriod.ts'

/**
 * A field with the period that its parent names, read after the command. The parent is the outcome of a use case that
 * found it visible.
 */
export const periodById = <Parent extends { readonly id: Id<'ServicePeriod'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
) =>
  t.prismaField({
    type: ServicePeriod,
    resolve: (query, { id }) => database.servicePeriod.findUniqueOrThrow({ ...query, where: { id } }),
  })
