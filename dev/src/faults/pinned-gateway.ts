import { join } from 'node:path'
import { freePort } from '@kompetanse/database/embedded'
import { startProcess } from '../managed-process.ts'
import type { System } from '../system.ts'

/** One more gateway, with only this replica of its subgraph. */
export async function startPinnedGateway({ gatewayEnv, subgraphs, logs }: System, replica: string) {
  const port = await freePort()
  const urls = JSON.parse(gatewayEnv['SUBGRAPH_URLS'] ?? '{}') as Record<string, string>
  const pinned = { ...urls, [replica.replace(/-\d+$/, '')]: `${subgraphs[replica] ?? ''}/graphql` }
  const { stop } = await startProcess({
    name: `gateway to ${replica}`,
    script: 'gateway/src/main.ts',
    env: { ...gatewayEnv, PORT: String(port), SUBGRAPH_URLS: JSON.stringify(pinned) },
    logFile: join(logs, `gateway-${port}.log`),
  })
  return { graph: `http://127.0.0.1:${port}/graphql`, stop: () => stop() }
}
