import { PURPOSES } from '@kompetanse/directory/choosing'
import { pageOf } from '@kompetanse/graph'
import type { Language } from '../domain/codes.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { searchWhere } from '../persistence/person-search.ts'
import { contactsOf, reachablePersons } from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder, LanguageEnum, RelationKindEnum } from './builder.ts'

/** E-mail, telephone and register number, for those who work with the person. */
const contacts = batched(async (context, keys) => {
  const rows = await database.person.findMany({
    where: { AND: [{ id: { in: [...keys] } }, await contactsOf(context)] },
    select: { id: true, email: true, phone: true, hprNumber: true },
  })
  return new Map(rows.map((row) => [row.id, row]))
})

const persons = batched(async (_context, keys) => {
  const rows = await database.person.findMany({ where: { id: { in: keys.map(asId) } } })
  return new Map(rows.map((row) => [row.id, row]))
})

/** Those of the persons whose record the actor may open: the rule of personRecord, asked once for all of them. */
const openRecords = batched(async (context, keys) => {
  const where = { AND: [{ id: { in: [...keys] } }, await reachablePersons(context)] }
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
      resolve: async ({ id }, _args, context) => (await contacts(context, id))?.email,
    }),
    phone: t.string({
      nullable: true,
      resolve: async ({ id }, _args, context) => (await contacts(context, id))?.phone,
    }),
    hprNumber: t.string({
      nullable: true,
      description: 'Number in the health personnel register; null when unknown or hidden.',
      resolve: async ({ id }, _args, context) => (await contacts(context, id))?.hprNumber,
    }),
    unit: t.relation('unit', { nullable: true, description: 'Where the person works.' }),
    mayOpenRecord: t.boolean({
      description:
        'Whether personRecord answers the actor about this person (F026): no link leads to nothing.',
      resolve: async ({ id }, _args, context) => (await openRecords(context, id)) ?? false,
    }),
    language: t.field({ type: LanguageEnum, resolve: ({ language }) => language as Language }),
  }),
})

builder.asEntity(Person, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) =>
    context.actor.kind === 'person' ? persons(context, asId(id)) : null,
})

const PersonPurpose = builder.enumType('PersonPurpose', { values: PURPOSES })

builder.queryField('personSearch', (t) =>
  t.prismaConnection(
    {
      type: Person,
      nullable: true,
      cursor: 'id',
      ...pageOf(20, 100),
      description:
        "For choosing somebody. Finds active people of the actor's own enterprise, and of the enterprises that the actor works with or administers; with a purpose, exactly those whom the command for it takes.",
      args: {
        search: t.arg.string({ required: true, description: 'Beginnings of names, at least two letters.' }),
        purpose: t.arg({ type: PersonPurpose, description: 'What the person is chosen for.' }),
        forPersonId: t.arg.id({
          description:
            'For whom: the trainee of a relation, the leader of a deputy; the actor when left out. Never found itself.',
        }),
        role: t.arg({ type: RelationKindEnum, deprecationReason: 'purpose says it.' }),
        unitId: t.arg.id(),
      },
      totalCount: async (_root, args, context) =>
        database.person.count({ where: await searchWhere(args, context) }),
      resolve: async (query, _root, args, context) =>
        database.person.findMany({
          ...query,
          where: await searchWhere(args, context),
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
    },
    { name: 'PersonConnection' },
    { name: 'PersonEdge' },
  ),
)
