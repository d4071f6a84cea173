import { liveSchema } from '@kompetanse/graph'
import { builder } from './builder.ts'
import './directory/graphql/Person.ts'
import './directory/graphql/Trainee.ts'
import './directory/graphql/record-access.ts'
import './curriculum/graphql/cards.ts'
import './assigned-plan/graphql/index.ts'
import './learning-activity/graphql/index.ts'
import './learning-goal/graphql/index.ts'
import './signing-queue/graphql/index.ts'
import './approval-queue/graphql/index.ts'
import './delegation/graphql/index.ts'
import './training-record/graphql/subscription.ts'
import './overview/graphql/query.ts'
import './viewer/graphql/Viewer.ts'
import './comments/graphql/index.ts'
import './attachments/graphql/index.ts'

export const schema = builder.toSubGraphSchema({
  ...liveSchema,
  linkUrl: 'https://specs.apollo.dev/federation/v2.7',
})
