import { pageOf } from '@kompetanse/graph'
import { administeredUnit } from '../../authority/persistence/authority.ts'
import { builder, counted } from '../../builder.ts'
import { Unit } from '../../organisation/graphql/Organisation.ts'
import { Person } from './Person.ts'

builder.prismaObjectField(Unit, 'persons', (t) =>
  t.relatedConnection(
    'persons',
    {
      cursor: 'id',
      totalCount: true,
      ...pageOf(50),
      description: 'Who works there; for those who administer the unit, empty for others.',
      query: (_args, context) => ({
        where: { active: true, unit: administeredUnit(context) },
        orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
      }),
    },
    ...counted(Person, 'UnitPerson'),
  ),
)
