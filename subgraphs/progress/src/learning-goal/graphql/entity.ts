import { today } from '@kompetanse/calendar/day'
import { references } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningGoal } from './LearningGoal.ts'

const findGoals = references('LearningGoal', 'id', (ids, { query, context }) => {
  const where = { id: { in: ids }, AND: visibleGoal(context.actor, today(context.now)) }
  return database.learningGoal.findMany({ ...query, where })
})

// Not visible is null, as not existing is.
builder.asEntity(LearningGoal, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findGoals(id, context, info),
})
