import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@kompetanse/database/embedded'
import { startBinary } from '../process.ts'
import type { World } from '../world.ts'
import { asActor, type Contender } from './contender.ts'
import { OWN_ROOT } from './ours.ts'
import { peerFile } from './peers.ts'

const BINARY = peerFile('@grafbase/cli-x86_64-unknown-linux-musl/grafbase')

function writeConfig(folder: string, urls: World['subgraphUrls']): string {
  const subgraphs = Object.entries(urls).map(
    ([name, url]) => `[subgraphs.${name}]
url = "${url}"
schema_path = "${join(OWN_ROOT, `schema/subgraphs/${name}.graphql`)}"`,
  )
  const path = join(folder, 'grafbase.toml')
  writeFileSync(path, [...subgraphs, '[[headers]]\nrule = "forward"\nname = "x-actor"\n'].join('\n'))
  return path
}

/**
 * Grafbase's gateway, all of it in Rust: what the machine could do. Its command line, the one form that npm has, holds
 * the gateway in `grafbase dev`, which composes the subgraphs by itself. Linux on x64 only.
 */
export async function startGrafbase({ subgraphUrls }: World): Promise<Contender> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const where = ['--config', writeConfig(folder, subgraphUrls), '--listen-address', `127.0.0.1:${port}`]
  const args = ['--home', join(folder, 'home'), 'dev', ...where]
  return { name: 'grafbase', started: await startBinary(BINARY, args, port), headersOf: asActor }
}
