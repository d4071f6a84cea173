import { batched, references } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Person as Row } from '../../generated/db/client.ts'
import { LANGUAGES, type Language } from '../domain/language.ts'
import { contactsOf } from '../persistence/contacts.ts'
import { reachablePersons } from '../persistence/reach.ts'

export const LanguageEnum = builder.enumType('Language', {
  description: 'A language of the portal.',
  values: LANGUAGES,
})

type Contacts = Pick<Row, 'email' | 'phone' | 'hprNumber'>

/** E-mail, telephone and register number, for those who work with the person. */
const contacts = batched<Id<'Person'>, Contacts>(async (ids, context) => {
  const rows = await database.person.findMany({
    where: { AND: [{ id: { in: ids } }, await contactsOf(context)] },
    select: { id: true, email: true, phone: true, hprNumber: true },
  })
  return new Map(rows.map((row) => [row.id, row]))
})

/** Those of the persons whose record the actor may open: the rule of personRecord, in one query for all of them. */
const openRecords = batched<Id<'Person'>, true>(async (ids, context) => {
  const where = { AND: [{ id: { in: ids } }, await reachablePersons(context)] }
  const rows = await database.person.findMany({ where, select: { id: true } })
  return new Map(rows.map(({ id }) => [id, true]))
})

export const Person = builder.prismaObject('Person', {
  description: 'The directory card: every subgraph answers it from its own copy of the directory.',
  fields: (t) => ({
    id: t.exposeID('id'),
    displayName: t.string({
      shareable: true,
      resolve: ({ givenName, familyName }) => `${givenName} ${familyName}`,
    }),
    givenName: t.exposeString('givenName'),
    familyName: t.exposeString('familyName'),
    email: t.string({
      nullable: true,
      description: 'Null when the actor may not see it.',
      resolve: async ({ id }, _args, context) => (await contacts(id, context))?.email,
    }),
    phone: t.string({
      nullable: true,
      description: 'Null when the actor may not see it, or it is unknown.',
      resolve: async ({ id }, _args, context) => (await contacts(id, context))?.phone,
    }),
    hprNumber: t.string({
      nullable: true,
      description: 'Number in the health personnel register; null when unknown or hidden.',
      resolve: async ({ id }, _args, context) => (await contacts(id, context))?.hprNumber,
    }),
    unit: t.relation('unit', { nullable: true, description: 'Where the person works.' }),
    mayOpenRecord: t.boolean({
      description:
        'Whether personRecord answers the actor about this person (F026): no link leads to nothing.',
      resolve: async ({ id }, _args, context) => (await openRecords(id, context)) ?? false,
    }),
    language: t.field({ type: LanguageEnum, resolve: ({ language }) => language as Language }),
  }),
})

const findPerson = references('Person', 'id', (ids, { query, context }) =>
  context.actor.kind === 'person'
    ? database.person.findMany({ ...query, where: { id: { in: ids } } })
    : Promise.resolve([]),
)

builder.asEntity(Person, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPerson(id, context, info),
})
