/**
 * Run in a subgraph's folder: writes its schema, if it has one, and the events that it listens to into the registry. Its
 * modules connect to nothing.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { printSubgraph } from './print.ts'

const subgraph = process.cwd()
const name = basename(subgraph)

/** What a module of the subgraph exports; undefined when there is no such file. */
const load = async <Module>(path: string): Promise<Module | undefined> =>
  existsSync(path) ? ((await import(join(subgraph, path))) as Module) : undefined

async function write(path: string, text: string): Promise<void> {
  const file = join(subgraph, '../../schema', path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

const graph = await load<{ schema: GraphQLSchema }>('src/schema.ts')
if (graph) await write(`subgraphs/${name}.graphql`, printSubgraph(graph.schema))

const kept = await load<{ copies: readonly { event: { name: string } }[] }>('src/copies.ts')
const heard = new Set(kept?.copies.map(({ event }) => event.name))
await write(`listeners/${name}.json`, `${JSON.stringify([...heard].toSorted(), null, 2)}\n`)
process.exit(0)
