import { join } from 'node:path'
import { startReady } from '../process.ts'
import type { World } from '../world.ts'
import { asBearer, type Contender } from './contender.ts'

/** This checkout; another's root runs what is committed there. */
export const OWN_ROOT = join(import.meta.dirname, '../../../..')

export async function startOurs(
  { subgraphUrls, gatewayEnv }: World,
  { name = 'ours', root = OWN_ROOT, flags = [] as readonly string[] } = {},
): Promise<Contender> {
  const env = {
    ...gatewayEnv,
    PORT: '0',
    SUPERGRAPH: join(root, 'schema/supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify(subgraphUrls),
  }
  const started = await startReady([...flags, join(root, 'gateway/src/main.ts')], env)
  return { name, started, headersOf: asBearer }
}
