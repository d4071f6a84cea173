import { pageOf } from '@kompetanse/graph'
import { resolveOffsetConnection } from '@pothos/plugin-relay'
import { builder } from '../../builder.ts'
import { readOverview } from '../overview.ts'
import { OverviewScope, TraineeFilter, TraineeOverviewOrder } from './inputs.ts'
import { TraineeOverviewConnection, TraineeOverviewRow } from './TraineeOverviewRow.ts'

const PAGE = pageOf(50, 200)
const BY_NAME = { field: 'NAME', direction: 'ASC' } as const

builder.queryField('traineeOverview', (t) =>
  t.connection(
    {
      type: TraineeOverviewRow,
      nullable: true,
      ...PAGE,
      description:
        'The trainees whom the actor leads, mentors or stands in for: filter, sort and page are one query here.',
      args: {
        scope: t.arg({ type: OverviewScope, required: true, defaultValue: 'LED' }),
        filter: t.arg({ type: TraineeFilter }),
        orderBy: t.arg({ type: TraineeOverviewOrder }),
      },
      resolve: async (_root, args, context) => {
        let totalCount = 0
        const connection = await resolveOffsetConnection({ args, ...PAGE }, async ({ limit, offset }) => {
          const { scope, filter, orderBy } = args
          const query = { scope, filter: filter ?? {}, order: orderBy ?? BY_NAME, limit, offset }
          const rows = await readOverview(query, context)
          totalCount = rows[0]?.totalCount ?? 0
          return rows
        })
        return { ...connection, totalCount }
      },
    },
    ...TraineeOverviewConnection,
  ),
)
