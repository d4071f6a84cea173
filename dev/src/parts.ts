import { join } from 'node:path'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { AUDIENCE, SCOPE, TEXT_SCOPE } from './access-token.ts'
import type { Keys } from './keys.ts'
import { local, type PortOf } from './ports.ts'
import type { Database } from './postgres.ts'
import { replicasOf } from './replicas.ts'
import { ROOT } from './root.ts'
import type { Secrets } from './secrets.ts'
import type { SocketOf } from './sockets.ts'

/** The names of the subgraphs, each after those that its seed builds on. */
export const SUBGRAPHS: readonly string[] = listSubgraphs().map(({ name }) => name)

/** The parts of the configuration that all processes share. */
export interface Surroundings {
  portOf: PortOf
  socketOf: SocketOf
  /** How many processes each subgraph and the gateway have. */
  replicas: number
  /** Whether users may send operations of their own, which production forbids. */
  open: boolean
  keys: Keys
  /** The secrets of each kind of part, see `secretsOf`. */
  secrets: Readonly<Record<string, Secrets>>
  dataDir: string
  database: Database
}

/** How one process is started. */
export interface PartDefinition {
  script: string
  env: Record<string, string>
}

// With developer tools: GraphiQL, introspection, suggestions.
const DEVELOPMENT = { NODE_ENV: 'development' }

export function identityProvider({ portOf, secrets }: Surroundings): PartDefinition {
  return {
    script: 'dev/src/identity-provider/main.ts',
    env: {
      PORT: String(portOf('identity-provider')),
      ISSUER: local(portOf('identity-provider')),
      WEB_ORIGIN: local(portOf('web')),
      ...secrets['identity-provider'],
    },
  }
}

/** `process` is the subgraph's name, or that of another of its replicas. */
export function subgraph(
  name: string,
  { portOf, socketOf, secrets, dataDir }: Surroundings,
  process = name,
): PartDefinition {
  const socket = socketOf(process)
  return {
    script: `subgraphs/${name}/src/main.ts`,
    env: {
      ...DEVELOPMENT,
      PORT: String(portOf(process)),
      ...(socket && { SOCKET: socket }),
      ...secrets[name],
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
  const { portOf, secrets, replicas, open } = surroundings
  const urlsOf = (name: string) => replicasOf(name, replicas).map((each) => graphAt(each, surroundings))
  const urls = Object.fromEntries(SUBGRAPHS.map((name) => [name, urlsOf(name).join()]))
  return {
    script: 'gateway/src/main.ts',
    env: {
      ...DEVELOPMENT,
      PORT: String(portOf(process)),
      SUPERGRAPH: join(ROOT, 'schema/supergraph.graphql'),
      SUBGRAPH_URLS: JSON.stringify(urls),
      ISSUER: local(portOf('identity-provider')),
      AUDIENCE,
      SCOPE,
      TEXT_SCOPE: open ? SCOPE : TEXT_SCOPE,
      PUBLIC_URLS: [process, 'balancer'].map((each) => local(portOf(each))).join(),
      ...secrets['gateway'],
      FILES_SUBGRAPH: 'progress',
    },
  }
}

export function web({ portOf, replicas, secrets }: Surroundings): PartDefinition {
  return {
    script: 'web/server.ts',
    env: {
      PORT: String(portOf('web')),
      ORIGIN: local(portOf('web')),
      GATEWAY_URL: local(portOf(replicas > 1 ? 'balancer' : 'gateway')),
      OIDC_ISSUER: local(portOf('identity-provider')),
      OIDC_CLIENT_ID: 'kompetanseportalen-web',
      AUDIENCE,
      SCOPE,
      ...secrets['web'],
    },
  }
}
