import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JWK } from 'jose'
import { AUDIENCE } from './access-token.ts'
import { publicHalf, type Keys } from './keys.ts'
import type { Part } from './ports.ts'
import type { Database } from './postgres.ts'
import { ROOT } from './root.ts'

export const SUBGRAPHS = ['identity', 'curriculum', 'progress'] as const
export type SubgraphName = (typeof SUBGRAPHS)[number]

/** What every part needs to know of the whole. */
export interface Surroundings {
  ports: Record<Part, number>
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

const local = (port: number) => `http://127.0.0.1:${port}`

export function identityProvider({ ports, keysDir }: Surroundings): PartDefinition {
  return {
    script: 'dev/src/identity-provider/main.ts',
    env: {
      PORT: String(ports['identity-provider']),
      ISSUER: local(ports['identity-provider']),
      WEB_ORIGIN: local(ports.web),
      KEYS_DIR: keysDir,
    },
  }
}

export function subgraph(
  name: SubgraphName,
  { ports, keys, database, dataDir }: Surroundings,
): PartDefinition {
  return {
    script: `subgraphs/${name}/src/main.ts`,
    env: {
      PORT: String(ports[name]),
      DATABASE_URL: database.urlOf(name),
      ACTOR_PUBLIC_KEY: JSON.stringify(publicHalf(keys.actor)),
      FILES_DIR: join(dataDir, 'files'),
    },
  }
}

export function gateway({ ports, keys }: Surroundings): PartDefinition {
  const urls = Object.fromEntries(SUBGRAPHS.map((name) => [name, `${local(ports[name])}/graphql`]))
  return {
    script: 'gateway/src/main.ts',
    env: {
      PORT: String(ports.gateway),
      SUPERGRAPH: join(ROOT, 'schema/supergraph.graphql'),
      SUBGRAPH_URLS: JSON.stringify(urls),
      ISSUER: local(ports['identity-provider']),
      AUDIENCE,
      ACTOR_PRIVATE_KEY: JSON.stringify(keys.actor satisfies JWK),
      FILES_SUBGRAPH: 'progress',
    },
  }
}

export function web({ ports, keys, database }: Surroundings): PartDefinition {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'web/package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return {
    script: join('web', manifest.scripts.start.replace(/^node\s+/, '')),
    env: {
      PORT: String(ports.web),
      ORIGIN: local(ports.web),
      GATEWAY_URL: local(ports.gateway),
      OIDC_ISSUER: local(ports['identity-provider']),
      OIDC_CLIENT_ID: 'kompetanseportalen-web',
      OIDC_CLIENT_KEY: JSON.stringify(keys.webClient),
      AUDIENCE,
      DATABASE_URL: database.urlOf('web'),
    },
  }
}
