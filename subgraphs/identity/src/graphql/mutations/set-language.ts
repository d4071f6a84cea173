import { setLanguage } from '../../use-cases/set-language.ts'
import { database } from '../../database.ts'
import { builder, IdentityRefused, LanguageEnum } from '../builder.ts'
import { Person } from '../Person.ts'
import { resolveType, toMember } from '../results.ts'

const Input = builder.inputType('SetLanguageInput', {
  fields: (t) => ({ language: t.field({ type: LanguageEnum, required: true }) }),
})

const Success = builder
  .objectRef<{ readonly personId: string; readonly __typename: 'SetLanguageSuccess' }>('SetLanguageSuccess')
  .implement({
    fields: (t) => ({
      person: t.prismaField({
        type: Person,
        resolve: (query, { personId }) =>
          database.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
      }),
    }),
  })

const Result = builder.unionType('SetLanguageResult', { types: [Success, IdentityRefused], resolveType })

builder.mutationField('setLanguage', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('SetLanguageSuccess', await setLanguage(input.language, context)),
  }),
)
