import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import type { Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { LearningActivity } from './LearningActivity.ts'

/**
 * A field with the activity that its parent names, read after the command. The parent is the outcome of a use case
 * that found it visible. Rows of a bulk command are read together: Prisma gathers equal look-ups of one turn.
 */
export const activityById = <Parent extends { readonly id: Id<'LearningActivity'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
  description?: string,
) =>
  t.prismaField({
    type: LearningActivity,
    ...(description && { description }),
    resolve: (query, { id }) => database.learningActivity.findUniqueOrThrow({ ...query, where: { id } }),
  })
