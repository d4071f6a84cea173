import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The committed supergraph: what the gateway serves. */
export const SUPERGRAPH_PATH = fileURLToPath(new URL('../supergraph.graphql', import.meta.url))

/** The subgraphs of which it is composed. */
export const subgraphNames = (): readonly string[] =>
  readdirSync(new URL('../subgraphs', import.meta.url))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => basename(file, '.graphql'))
    .toSorted()
