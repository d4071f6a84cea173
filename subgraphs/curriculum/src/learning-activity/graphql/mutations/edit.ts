import { builder, NotFound, StaleVersion } from '../../../builder.ts'
import { database } from '../../../database.ts'
import { CurriculumRefused } from '../../../refusal.ts'
import { editActivity } from '../../use-cases/change-activity.ts'

import { activitySuccess } from '../success.ts'
import { wordingOf } from '../wording.ts'

const Success = activitySuccess('EditLearningActivityDefinitionSuccess')
const Result = builder.unionType('EditLearningActivityDefinitionResult', {
  types: [Success, CurriculumRefused, NotFound, StaleVersion],
  resolveType: (value) => (value.__typename === 'Done' ? Success : value.__typename),
})
const Input = builder.inputType('EditLearningActivityDefinitionInput', {
  fields: (t) => ({
    activityDefinitionId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    title: t.string({ required: true }),
    description: t.string(),
    validMonths: t.int(),
    courseHours: t.int(),
  }),
})

builder.mutationField('editLearningActivityDefinition', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => {
      const wording = wordingOf(input)
      return database.$transaction((tx) => editActivity(tx, { ...input, ...wording }, context))
    },
  }),
)
