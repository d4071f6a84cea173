import { fileURLToPath } from 'node:url'

/** The committed supergraph: what the gateway serves. */
export const SUPERGRAPH_PATH = fileURLToPath(new URL('../supergraph.graphql', import.meta.url))
