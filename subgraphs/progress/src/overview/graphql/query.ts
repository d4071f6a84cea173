import { byPlace, offsetPage, pageOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { readOverview } from '../persistence/overview.ts'
import { OverviewScope, TraineeFilter, TraineeOverviewOrder } from './inputs.ts'
import { TraineeOverviewConnection, TraineeOverviewRow } from './TraineeOverviewRow.ts'

const PAGE = pageOf(50, 200)
const BY_NAME = { field: 'NAME', direction: 'ASC' } as const

builder.queryField('traineeOverview', (t) =>
  t.connection(
    {
      type: TraineeOverviewRow,
      ...byPlace,
      nullable: true,
      ...PAGE,
      description:
        'The trainees whom the actor leads, mentors or stands in for: filter, sort and page are one query here (F086, F089).',
      args: {
        scope: t.arg({ type: OverviewScope, required: true, defaultValue: 'LED' }),
        filter: t.arg({ type: TraineeFilter }),
        orderBy: t.arg({ type: TraineeOverviewOrder }),
      },
      resolve: async (_root, args, context) => {
        const { scope, filter, orderBy } = args
        const query = { scope, filter: filter ?? {}, order: orderBy ?? BY_NAME }
        const read = (limit: number, offset: number) => readOverview({ ...query, limit, offset }, context)
        const count = async () => (await read(1, 0))[0]?.totalCount ?? 0
        // Each row says how many there are in all, and no row at the beginning that there is none.
        let total: number | undefined
        const rows = async (limit: number, offset: number) => {
          const found = await read(limit, offset)
          total = found[0]?.totalCount ?? (offset === 0 ? 0 : undefined)
          return found
        }
        const page = await offsetPage({ args, ...PAGE }, { rows, count })
        return { ...page, totalCount: total ?? count }
      },
    },
    ...TraineeOverviewConnection,
  ),
)
