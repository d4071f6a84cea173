import { database } from '../../database.ts'
import { openRecord } from '../../use-cases/open-record.ts'
import { builder, IdentityRefused, NotFound } from '../builder.ts'
import { RecordOpening } from '../RecordOpening.ts'
import { resolveType, toMember } from '../results.ts'

const Input = builder.inputType('OpenRecordInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    reason: t.string({ required: true, description: 'From 10 to 500 characters. The trainee reads it.' }),
  }),
})

type Shape = { readonly openingId: string; readonly __typename: 'OpenRecordSuccess' }
const Success = builder.objectRef<Shape>('OpenRecordSuccess').implement({
  fields: (t) => ({
    opening: t.prismaField({
      type: RecordOpening,
      resolve: (query, { openingId }) =>
        database.recordOpening.findUniqueOrThrow({ ...query, where: { id: openingId } }),
    }),
  }),
})
const Result = builder.unionType('OpenRecordResult', {
  types: [Success, IdentityRefused, NotFound],
  resolveType,
})

builder.mutationField('openRecord', (t) =>
  t.field({
    type: Result,
    description:
      'Opens what is written and attached in a trainee’s record to the actor, for an hour, by an administrative role (B32). It is kept, and the trainee is told.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('OpenRecordSuccess', await openRecord(input, context)),
  }),
)
