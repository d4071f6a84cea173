import { PURPOSES } from '@kompetanse/directory/choosing'
import { pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../person/graphql/Person.ts'
import { RelationKindEnum } from '../../relation/graphql/TrainingRelation.ts'
import { searchWhere } from '../persistence/search.ts'

const PersonPurpose = builder.enumType('PersonPurpose', {
  description: 'For what somebody is chosen, and so who can be.',
  values: PURPOSES,
})

builder.queryField('personSearch', (t) =>
  t.prismaConnection(
    {
      type: Person,
      nullable: true,
      cursor: 'id',
      ...pageOf(20),
      description:
        "For choosing somebody. Finds active people of the actor's own enterprise, and of the enterprises that the actor works with or administers; with a purpose, exactly those whom the command for it takes (F062, F097).",
      args: {
        search: t.arg.string({ required: true, description: 'Beginnings of names, at least two letters.' }),
        purpose: t.arg({ type: PersonPurpose, description: 'What the person is chosen for.' }),
        forPersonId: t.arg.idOf('Person', {
          description:
            'For whom: the trainee of a relation, the leader of a deputy; the actor when left out. Never found itself.',
        }),
        role: t.arg({
          type: RelationKindEnum,
          deprecationReason: 'purpose says it.',
          description: 'As purpose of the same name; purpose goes before it.',
        }),
        unitId: t.arg.idOf('Unit', { description: 'Only who works in this unit.' }),
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
    ...counted(Person, 'Person'),
  ),
)
