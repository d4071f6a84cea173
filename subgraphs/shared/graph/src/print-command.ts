/** Run in a subgraph's folder: prints its schema into the registry. The schema module connects to nothing. */
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { printSubgraph } from './print.ts'

const name = basename(process.cwd())
const { schema } = (await import(join(process.cwd(), 'src/schema.ts'))) as { schema: GraphQLSchema }
await writeFile(join(process.cwd(), '../../schema/subgraphs', `${name}.graphql`), printSubgraph(schema))
process.exit(0)
