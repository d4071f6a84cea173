import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@kompetanse/database/embedded'
import { SUPERGRAPH_PATH } from '@kompetanse/schema/supergraph'
import { startOnPort } from '../process.ts'
import type { World } from '../world.ts'
import { asActor, type Contender } from './contender.ts'
import { peerFile } from './peers.ts'

const beside = (file: string) => join(import.meta.dirname, file)
const HIVE = peerFile('@graphql-hive/gateway/dist/bin.js')

/** They take addresses from the supergraph, so it is written anew with those of the running subgraphs. */
function supergraphAt(urls: World['subgraphUrls']): string {
  const text = readFileSync(SUPERGRAPH_PATH, 'utf8').replace(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name] ?? ''}")`,
  )
  const path = join(mkdtempSync(join(tmpdir(), 'bench-')), 'supergraph.graphql')
  writeFileSync(path, text)
  return path
}

/** @apollo/gateway in Apollo Server's standalone server. */
export async function startDefault({ subgraphUrls }: World): Promise<Contender> {
  const port = await freePort()
  const args = [beside('default-server.ts'), supergraphAt(subgraphUrls), String(port)]
  return { name: 'default', started: await startOnPort(args, port), headersOf: asActor }
}

/** Hive Gateway with its planner in Rust. */
export async function startHive({ subgraphUrls }: World): Promise<Contender> {
  const port = await freePort()
  const where = ['-p', String(port), '-h', '127.0.0.1', '-c', beside('hive-config.ts')]
  const args = [HIVE, 'supergraph', supergraphAt(subgraphUrls), '--hive-router-runtime', ...where]
  return { name: 'hive', started: await startOnPort(args, port, { FORK: '1' }), headersOf: asActor }
}
