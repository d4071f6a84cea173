import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SUPERGRAPH_PATH } from '@kompetanse/schema/supergraph'
import { freePort, startOnPort, startReady, type Started } from './process.ts'
import type { Caller, World } from './world.ts'

export interface Contender {
  readonly name: 'ours' | 'default' | 'hive'
  readonly started: Started
  readonly headersOf: (caller: Caller) => Promise<Readonly<Record<string, string>>>
}

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const HIVE = local('../../../node_modules/@graphql-hive/gateway/dist/bin.js')

/** The others take addresses from the supergraph, so it is written anew with those of the running subgraphs. */
function supergraphAt(urls: World['subgraphUrls']): string {
  const text = readFileSync(SUPERGRAPH_PATH, 'utf8').replace(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name] ?? ''}")`,
  )
  const path = join(mkdtempSync(join(tmpdir(), 'bench-')), 'supergraph.graphql')
  writeFileSync(path, text)
  return path
}

async function startOurs({ subgraphUrls, gatewayEnv }: World): Promise<Started> {
  const env = {
    ...gatewayEnv,
    PORT: '0',
    SUPERGRAPH: SUPERGRAPH_PATH,
    SUBGRAPH_URLS: JSON.stringify(subgraphUrls),
  }
  return startReady([local('../../../gateway/src/main.ts')], env)
}

/** Each gateway as one process, in front of the same subgraphs. */
export async function startContenders(world: World): Promise<Contender[]> {
  const supergraph = supergraphAt(world.subgraphUrls)
  const ours = await startOurs(world)
  const defaultPort = await freePort()
  const reference = await startOnPort(
    [local('./default-gateway.ts'), supergraph, String(defaultPort)],
    defaultPort,
  )
  const hivePort = await freePort()
  const hiveArguments = [
    'supergraph',
    supergraph,
    '--hive-router-runtime',
    '-p',
    String(hivePort),
    '-h',
    '127.0.0.1',
  ]
  const hive = await startOnPort([HIVE, ...hiveArguments, '-c', local('./hive-config.ts')], hivePort, {
    FORK: '1',
  })
  const asActor = async (caller: Caller) => ({ 'x-actor': await caller.actorToken() })
  const asBearer = async (caller: Caller) => ({ authorization: `Bearer ${await caller.bearer()}` })
  return [
    { name: 'ours', started: ours, headersOf: asBearer },
    { name: 'default', started: reference, headersOf: asActor },
    { name: 'hive', started: hive, headersOf: asActor },
  ]
}
