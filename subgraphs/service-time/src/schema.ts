import { federation, liveSchema } from '@kompetanse/graph'
import { builder } from './builder.ts'
import './directory/graphql/Person.ts'
import './directory/graphql/Trainee.ts'
import './live/graphql/index.ts'
import './service-period/graphql/index.ts'
import './signing-queue/graphql/index.ts'
import './ledger/graphql/index.ts'
import './rules/graphql/index.ts'
import './viewer/graphql/Viewer.ts'

export const schema = builder.toSubGraphSchema({ ...federation, ...liveSchema })
