import { runSubgraph } from '@kompetanse/process'
import { subgraph } from './database.ts'
import { schema } from './schema.ts'

await runSubgraph({ subgraph, schema })
