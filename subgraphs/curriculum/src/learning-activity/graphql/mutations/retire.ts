import { builder, NotFound, StaleVersion } from '../../../builder.ts'
import { database } from '../../../database.ts'
import { CurriculumRefused } from '../../../refusal.ts'
import { retireActivity } from '../../use-cases/change-activity.ts'

import { activitySuccess } from '../success.ts'

const Success = activitySuccess('RetireLearningActivityDefinitionSuccess')
const Result = builder.unionType('RetireLearningActivityDefinitionResult', {
  types: [Success, CurriculumRefused, NotFound, StaleVersion],
  resolveType: (value) => (value.__typename === 'Done' ? Success : value.__typename),
})
const Input = builder.inputType('RetireLearningActivityDefinitionInput', {
  fields: (t) => ({
    activityDefinitionId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

builder.mutationField('retireLearningActivityDefinition', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => database.$transaction((tx) => retireActivity(tx, input, context)),
  }),
)
