import { today } from '@kompetanse/directory/day'
import { byKey, isId, references } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningGoal } from './LearningGoal.ts'

const findGoals = references('LearningGoal', async (ids, query, { actor, now }) => {
  const where = { id: { in: ids }, AND: visibleGoal(actor, today(now)) }
  return byKey(await database.learningGoal.findMany({ ...query, where }), 'id')
})

// Not visible is null, as not existing is.
builder.asEntity(LearningGoal, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => (isId(id) ? findGoals(id, context, info) : null),
})
