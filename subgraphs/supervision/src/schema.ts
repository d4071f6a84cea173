import { liveSchema } from '@kompetanse/graph'
import { builder } from './builder.ts'
import './directory/graphql/Person.ts'
import './directory/graphql/Trainee.ts'
import './conversation/graphql/index.ts'
import './conversation-text/graphql/fields.ts'
import './conversation-text/graphql/write.ts'
import './conversation-text/graphql/share.ts'
import './conversation-report/report.ts'
import './conversation-report/trainee.ts'
import './template/graphql/mutations.ts'
import './guidance/graphql/queries.ts'
import './guidance/graphql/history.ts'
import './guidance/graphql/mutations.ts'
import './group/graphql/index.ts'
import './viewer/Viewer.ts'
import './viewer/subscription.ts'

export const schema = builder.toSubGraphSchema({
  ...liveSchema,
  linkUrl: 'https://specs.apollo.dev/federation/v2.7',
})
