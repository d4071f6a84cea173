import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { printSubgraphSchema } from '@apollo/subgraph'
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql'

/** The subgraph's SDL with its federation directives, in an order that does not depend on the code's. */
export const printSubgraph = (schema: GraphQLSchema): string =>
  `${printSubgraphSchema(lexicographicSortSchema(schema))}\n`

// Run in a subgraph's folder: prints its schema into the registry. The schema module must not connect to anything.
if (import.meta.main) {
  const name = basename(process.cwd())
  const { schema } = (await import(join(process.cwd(), 'src/schema.ts'))) as { schema: GraphQLSchema }
  await writeFile(join(process.cwd(), '../../schema/subgraphs', `${name}.graphql`), printSubgraph(schema))
  process.exit(0)
}
