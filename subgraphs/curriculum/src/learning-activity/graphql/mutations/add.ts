import { builder, NotFound } from '../../../builder.ts'
import { database } from '../../../database.ts'
import { CurriculumRefused } from '../../../refusal.ts'
import { addActivity } from '../../use-cases/change-activity.ts'
import { LearningActivityKind } from '../LearningActivityDefinition.ts'
import { activitySuccess } from '../success.ts'
import { wordingOf } from '../wording.ts'

const Success = activitySuccess('AddLearningActivityDefinitionSuccess')
const Result = builder.unionType('AddLearningActivityDefinitionResult', {
  types: [Success, CurriculumRefused, NotFound],
  resolveType: (value) => (value.__typename === 'Done' ? Success : value.__typename),
})
const Input = builder.inputType('AddLearningActivityDefinitionInput', {
  fields: (t) => ({
    goalDefinitionIds: t.idList({ required: true }),
    title: t.string({ required: true }),
    kind: t.field({ type: LearningActivityKind, required: true }),
    description: t.string(),
    validMonths: t.int(),
    courseHours: t.int(),
  }),
})

builder.mutationField('addLearningActivityDefinition', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => {
      const wording = wordingOf(input)
      return database.$transaction((tx) => addActivity(tx, { ...input, ...wording }, context))
    },
  }),
)
