import { federation, liveSchema } from '@kompetanse/graph'
import { builder } from './builder.ts'
import './directory/graphql/Person.ts'
import './directory/graphql/Trainee.ts'
import './live/graphql.ts'
import './service-period/graphql/index.ts'
import './signing-queue/graphql/queue.ts'
import './signing-queue/graphql/subscription.ts'
import './ledger/graphql/trainee.ts'
import './rules/graphql/queries.ts'
import './rules/graphql/ServiceTimeSetting.ts'
import './viewer/Viewer.ts'

export const schema = builder.toSubGraphSchema({ ...federation, ...liveSchema })
