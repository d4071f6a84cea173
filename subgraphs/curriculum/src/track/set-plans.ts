import { builder, NotFound, StaleVersion } from '../builder.ts'
import { database } from '../database.ts'
import { CurriculumRefused } from '../refusal.ts'
import { setTrackPlans } from './use-cases/set-plans.ts'

interface Done {
  readonly __typename: 'SetTrackPlansSuccess'
  readonly code: string
}

const SetTrackPlansSuccess = builder.objectRef<Done>('SetTrackPlansSuccess').implement({
  fields: (t) => ({
    track: t.prismaField({
      type: 'Track',
      resolve: (query, { code }) => database.track.findUniqueOrThrow({ ...query, where: { code } }),
    }),
  }),
})

const Result = builder.unionType('SetTrackPlansResult', {
  types: [SetTrackPlansSuccess, CurriculumRefused, NotFound, StaleVersion],
  resolveType: (value) => value.__typename,
})

const Input = builder.inputType('SetTrackPlansInput', {
  fields: (t) => ({
    trackCode: t.string({ required: true }),
    expectedVersion: t.int({ required: true }),
    planTemplateIds: t.idList({ required: true }),
    assignsAutomatically: t.boolean({ required: true }),
  }),
})

builder.mutationField('setTrackPlans', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => database.$transaction((tx) => setTrackPlans(tx, input, context)),
  }),
)
