import { pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { ViewerProfile } from '../../viewer/graphql/Viewer.ts'
import { RecordOpening } from './RecordOpening.ts'

const Connection = counted(RecordOpening, 'RecordOpening')
const NEWEST_FIRST: Prisma.RecordOpeningOrderByWithRelationInput[] = [{ openedAt: 'desc' }, { id: 'asc' }]

builder.objectFields(ViewerProfile, (t) => ({
  recordOpenings: t.prismaConnection(
    {
      type: RecordOpening,
      cursor: 'id',
      ...pageOf(20),
      description: 'Who has opened the viewer’s own record, and why; the newest first (B32).',
      totalCount: ({ personId: traineeId }) => database.recordOpening.count({ where: { traineeId } }),
      resolve: (query, { personId: traineeId }) =>
        database.recordOpening.findMany({ ...query, where: { traineeId }, orderBy: NEWEST_FIRST }),
    },
    ...Connection,
  ),
  unseenRecordOpenings: t.int({
    description: 'How many of them the viewer has not had on screen.',
    resolve: ({ personId: traineeId }) => database.recordOpening.count({ where: { traineeId, seen: null } }),
  }),
  openedRecords: t.prismaConnection(
    {
      type: RecordOpening,
      cursor: 'id',
      ...pageOf(20),
      description: 'Whose records the viewer has opened, and why; the newest first.',
      totalCount: ({ personId: openedById }) => database.recordOpening.count({ where: { openedById } }),
      resolve: (query, { personId: openedById }) =>
        database.recordOpening.findMany({ ...query, where: { openedById }, orderBy: NEWEST_FIRST }),
    },
    ...Connection,
  ),
}))
