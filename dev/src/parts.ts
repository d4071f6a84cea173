import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownerOf, roleOf } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import type { JWK } from 'jose'
import { AUDIENCE, SCOPE } from './access-token.ts'
import { publicHalf, type Keys } from './keys.ts'
import { local, type PortOf } from './ports.ts'
import type { Database } from './postgres.ts'
import { replicasOf } from './replicas.ts'
import { ROOT } from './root.ts'
import type { SocketOf } from './sockets.ts'

/** The names of the subgraphs, each after those that its seed builds on. */
export const SUBGRAPHS: readonly string[] = listSubgraphs().map(({ name }) => name)

/** What every part needs to know of the whole. */
export interface Surroundings {
  portOf: PortOf
  socketOf: SocketOf
  /** How many processes each subgraph and the gateway have. */
  replicas: number
  keys: Keys
  keysDir: string
  dataDir: string
  database: Database
}

/** How one process is started. */
export interface PartDefinition {
  script: string
  env: Record<string, string>
}

export function identityProvider({ portOf, keysDir }: Surroundings): PartDefinition {
  return {
    script: 'dev/src/identity-provider/main.ts',
    env: {
      PORT: String(portOf('identity-provider')),
      ISSUER: local(portOf('identity-provider')),
      WEB_ORIGIN: local(portOf('web')),
      KEYS_DIR: keysDir,
    },
  }
}

/** `process` is the subgraph's name, or that of another of its replicas. */
export function subgraph(
  name: string,
  { portOf, socketOf, keys, database, dataDir }: Surroundings,
  process = name,
): PartDefinition {
  const socket = socketOf(process)
  return {
    script: `subgraphs/${name}/src/main.ts`,
    env: {
      PORT: String(portOf(process)),
      ...(socket && { SOCKET: socket }),
      DATABASE_URL: database.urlOf(roleOf(name)),
      MIGRATION_DATABASE_URL: database.urlOf(ownerOf(name)),
      ACTOR_PUBLIC_KEY: JSON.stringify(publicHalf(keys.actor)),
      FILES_DIR: join(dataDir, 'files'),
    },
  }
}

/** Where the gateway finds a process of a subgraph. */
function graphAt(process: string, { portOf, socketOf }: Surroundings): string {
  const socket = socketOf(process)
  return socket ? `http+unix:${socket}:/graphql` : `${local(portOf(process))}/graphql`
}

export function gateway(surroundings: Surroundings, process = 'gateway'): PartDefinition {
  const { portOf, keys, replicas } = surroundings
  const urlsOf = (name: string) => replicasOf(name, replicas).map((each) => graphAt(each, surroundings))
  const urls = Object.fromEntries(SUBGRAPHS.map((name) => [name, urlsOf(name).join()]))
  return {
    script: 'gateway/src/main.ts',
    env: {
      PORT: String(portOf(process)),
      SUPERGRAPH: join(ROOT, 'schema/supergraph.graphql'),
      SUBGRAPH_URLS: JSON.stringify(urls),
      ISSUER: local(portOf('identity-provider')),
      AUDIENCE,
      SCOPE,
      PUBLIC_URLS: [process, 'balancer'].map((each) => local(portOf(each))).join(),
      ACTOR_PRIVATE_KEY: JSON.stringify(keys.actor satisfies JWK),
      FILES_SUBGRAPH: 'progress',
    },
  }
}

export function web({ portOf, replicas, keys, database }: Surroundings): PartDefinition {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'web/package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return {
    script: join('web', manifest.scripts.start.replace(/^node\s+/, '')),
    env: {
      PORT: String(portOf('web')),
      ORIGIN: local(portOf('web')),
      GATEWAY_URL: local(portOf(replicas > 1 ? 'balancer' : 'gateway')),
      OIDC_ISSUER: local(portOf('identity-provider')),
      OIDC_CLIENT_ID: 'kompetanseportalen-web',
      OIDC_CLIENT_KEY: JSON.stringify(keys.webClient),
      AUDIENCE,
      SCOPE,
      DATABASE_URL: database.urlOf('web'),
    },
  }
}
