/** Run in a subgraph's folder: prints its schema, if it has one, into the registry. The module connects to nothing. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { printSubgraph } from './print.ts'

if (!existsSync('src/schema.ts')) process.exit(0)
const name = basename(process.cwd())
const { schema } = (await import(join(process.cwd(), 'src/schema.ts'))) as { schema: GraphQLSchema }
await writeFile(join(process.cwd(), '../../schema/subgraphs', `${name}.graphql`), printSubgraph(schema))
process.exit(0)
