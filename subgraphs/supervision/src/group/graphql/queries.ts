import { today } from '@kompetanse/calendar/day'
import { pageOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleGroup } from '../persistence/visible-group.ts'
import { GroupConnection, SupervisionGroup } from './SupervisionGroup.ts'

builder.queryField('supervisionGroup', (t) =>
  t.prismaField({
    type: SupervisionGroup,
    nullable: true,
    description:
      'One group, for who leads it, who is in it, and who follows the guidance of somebody in it; null for others (B06).',
    args: { id: t.arg.idOf('SupervisionGroup', { required: true, description: 'Of the group.' }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.supervisionGroup.findFirst({
        ...query,
        where: { id, AND: visibleGroup(actor, today(now)) },
      }),
  }),
)

const conditions = (includeClosed: boolean) => (includeClosed ? {} : { closedOn: null })

builder.queryField('supervisionGroups', (t) =>
  t.prismaConnection(
    {
      type: SupervisionGroup,
      cursor: 'id',
      nullable: true,
      ...pageOf(50),
      description:
        'Groups that the actor leads or is in, and those of trainees whose supervision the actor follows (B06).',
      args: {
        includeClosed: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Closed ones too.',
        }),
      },
      totalCount: (_root, { includeClosed }, { actor, now }) =>
        database.supervisionGroup.count({
          where: { ...conditions(includeClosed), AND: visibleGroup(actor, today(now)) },
        }),
      resolve: (query, _root, { includeClosed }, { actor, now }) =>
        database.supervisionGroup.findMany({
          ...query,
          where: { ...conditions(includeClosed), AND: visibleGroup(actor, today(now)) },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    },
    ...GroupConnection,
  ),
)
