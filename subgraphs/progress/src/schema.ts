import { builder } from './builder.ts'
import './directory/graphql/Person.ts'
import './directory/graphql/Trainee.ts'
import './curriculum/graphql/cards.ts'

export const schema = builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.7' })
