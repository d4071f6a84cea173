import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import type { Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { LearningGoal } from './LearningGoal.ts'

/**
 * A field with the goal that its parent names, read after the command. The parent is the outcome of a use case that
 * found it visible. Rows of a bulk command are read together: Prisma gathers equal look-ups of one turn.
 */
export const goalById = <Parent extends { readonly id: Id<'LearningGoal'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
  description?: string,
) =>
  t.prismaField({
    type: LearningGoal,
    ...(description && { description }),
    resolve: (query, { id }) => database.learningGoal.findUniqueOrThrow({ ...query, where: { id } }),
  })
