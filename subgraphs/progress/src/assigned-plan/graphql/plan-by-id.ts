import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import type { Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { AssignedPlan } from './AssignedPlan.ts'

/** A field with the plan that its parent names; the parent is the outcome of a use case that found it visible. */
export const planById = <Parent extends { readonly id: Id<'AssignedPlan'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
) =>
  t.prismaField({
    type: AssignedPlan,
    resolve: (query, { id }) => database.assignedPlan.findUniqueOrThrow({ ...query, where: { id } }),
  })
