import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operations } from '../operations.ts'
import { startReady } from '../process.ts'
import type { World } from '../world.ts'
import { asBearer, type Contender } from './contender.ts'

/** This checkout; another's root runs what is committed there. */
export const OWN_ROOT = join(import.meta.dirname, '../../../..')

/** The bench's operations as registered ones, as the portal's pages are. */
function registry(): string {
  const folder = mkdtempSync(join(tmpdir(), 'operations-'))
  for (const { name, query } of operations) writeFileSync(join(folder, `${name}.graphql`), query)
  return folder
}

export const startOursForBench = (world: World, flags: readonly string[] = []): Promise<Contender> =>
  startOurs(world, { operations: registry(), flags })

export async function startOurs(
  { subgraphUrls, gatewayEnv }: World,
  {
    name = 'ours',
    root = OWN_ROOT,
    operations: folder = '',
    flags = [] as readonly string[],
    compiled = true,
  } = {},
): Promise<Contender> {
  const env = {
    ...gatewayEnv,
    NODE_ENV: 'production',
    REQUIRE_DPOP: 'false',
    // The bench sends operations that are not registered, too.
    TEXT_SCOPE: gatewayEnv['SCOPE'] ?? '',
    PORT: '0',
    SUPERGRAPH: join(root, 'schema/supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify(subgraphUrls),
    ...(folder && { OPERATIONS: folder }),
    ...(!compiled && { COMPILED: 'false' }),
  }
  const started = await startReady([...flags, join(root, 'gateway/src/main.ts')], env)
  return { name, started, headersOf: asBearer }
}
