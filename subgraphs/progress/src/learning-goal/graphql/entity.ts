import { today } from '@kompetanse/directory/day'
import { isId, selectionOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningGoal } from './LearningGoal.ts'

// Not visible is null, as not existing is.
builder.asEntity(LearningGoal, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) =>
    isId(id)
      ? database.learningGoal.findFirst({
          ...selectionOf(context, info, 'LearningGoal'),
          where: { id, AND: visibleGoal(context.actor, today(context.now)) },
        })
      : null,
})
