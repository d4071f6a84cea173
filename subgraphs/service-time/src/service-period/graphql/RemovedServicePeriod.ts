import { today } from '@kompetanse/calendar/day'
import { historyPage, pageOf, present, SEEN_IS_READ } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { visibleRemoved } from '../../directory/visibility.ts'
import { fractionOf } from '../../statement/domain/share.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'
import { HistoryConnection, ServicePeriodHistoryEntry } from './history.ts'
import { Absence, BY_DAY, UnsupervisedPeriod } from './parts.ts'

/** The removal, and before it what was signed, if anything was: the newest first. */
const LAST_STEPS = {
  where: { command: { in: ['SIGN' as const, 'REMOVE' as const] } },
  orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }],
  take: 2,
  include: { by: true },
}

export const RemovedServicePeriod = builder.prismaObject('ServicePeriod', {
  variant: 'RemovedServicePeriod',
  description:
    'What a trainee took away. It counts nothing; it is kept as it last was, with all that was done.',
  fields: (t) => ({
    id: t.exposeID('id'),
    trainee: t.relation('trainee', { type: Trainee }),
    kind: t.expose('kind', { type: ServicePeriodKind }),
    enterpriseName: t.exposeString('enterpriseName'),
    unitName: t.exposeString('unitName', {
      nullable: true,
      description: 'Null when the trainee named none.',
    }),
    position: t.exposeString('position'),
    fte: t.float({ description: '1 is full time.', resolve: ({ share }) => fractionOf(share) }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null when it had not ended.',
    }),
    overlapReason: t.exposeString('overlapReason', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Why positions were above full time together; null when they were not.',
    }),
    absences: t.relation('absences', { type: Absence, query: BY_DAY }),
    unsupervisedPeriods: t.relation('unsupervisedPeriods', { type: UnsupervisedPeriod, query: BY_DAY }),
    removedAt: t.field({ type: 'DateTime', resolve: ({ removedAt }) => present(removedAt) }),
    removedBy: t.field({
      type: Person,
      select: { history: LAST_STEPS },
      resolve: ({ history }) => present(history[0] ?? null).by,
    }),
    signature: t.field({
      type: ServicePeriodHistoryEntry,
      nullable: true,
      description: 'The one that fell away with it; null when it was not signed.',
      select: { history: LAST_STEPS },
      // Of a removal, the digest is that of the signature.
      resolve: ({ history: [removal, signing] }) => (removal?.digest ? (signing ?? null) : null),
    }),
    history: t.relatedConnection('history', historyPage, ...HistoryConnection),
  }),
})

const Connection = counted(RemovedServicePeriod, 'RemovedServicePeriod')

builder.queryField('removedServicePeriod', (t) =>
  t.prismaField({
    type: RemovedServicePeriod,
    nullable: true,
    description: 'For the trainee, and for their leaders and deputies of today (F136).',
    args: { id: t.arg.idOf('ServicePeriod', { required: true, description: 'Of the period.' }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.servicePeriod.findFirst({ ...query, where: { id, ...visibleRemoved(actor, today(now)) } }),
  }),
)

builder.prismaObjectField(Trainee, 'removedServicePeriods', (t) =>
  t.relatedConnection(
    'servicePeriods',
    {
      type: RemovedServicePeriod,
      cursor: 'id',
      nullable: true,
      totalCount: true,
      ...pageOf(20),
      description: 'What was taken away, the latest first.',
      query: (_args, { actor, now }) => ({
        where: visibleRemoved(actor, today(now)),
        orderBy: [{ removedAt: 'desc' as const }, { id: 'desc' as const }],
      }),
    },
    ...Connection,
  ),
)
