import { database } from '../../database.ts'
import { mutation } from '../../graph/mutation.ts'
import { IdentityRefused } from '../../graph/refusal.ts'
import { setLanguage } from '../use-cases/set-language.ts'
import { LanguageEnum, Person } from './Person.ts'

mutation({
  name: 'SetLanguage',
  description:
    'The language in which the actor reads the portal (B17). NOT_PERMITTED to whom identity no longer knows.',
  input: (t) => ({
    language: t.field({ type: LanguageEnum, required: true, description: 'Which language.' }),
  }),
  refusals: [IdentityRefused],
  perform: ({ language }, context) => setLanguage(language, context),
  success: (t) => ({
    person: t.prismaField({
      type: Person,
      resolve: (query, { id }) => database.person.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})
