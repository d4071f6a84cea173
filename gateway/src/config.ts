import { dirname, join } from 'node:path'
import { isProduction } from '@kompetanse/schema/process/production'
import { required } from '@kompetanse/schema/process/required'

export interface Config {
  readonly port: number
  /** The address to listen on: the loopback interface unless HOST is set. */
  readonly host: string
  readonly supergraphPath: string
  /** The registry's folder of operations. They run on the compiled executor, and clients request them by hash. */
  readonly operationsPath: string
  /** Switches the compiled executor on. Off: Apollo's executor answers everything. */
  readonly compiled: boolean
  readonly subgraphUrls: ReadonlyMap<string, readonly string[]>
  readonly issuer: string
  readonly audience: string
  /** The scope that every access token must have. */
  readonly scope: string
  /** The scope of a client that may send any operation; all others may send registered ones only. */
  readonly textScope: string
  readonly jwksUrl: string
  /** The URLs by which clients reach this gateway, through its proxies. */
  readonly publicUrls: readonly string[]
  readonly requireDpop: boolean
  readonly actorPrivateKey: string
  readonly filesSubgraph: string
  readonly production: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const readList = (text: string): string[] => text.split(',').map((item) => item.trim())

/** `{"progress":"http://a/graphql,http://b/graphql"}`: several processes of one subgraph are separated by commas. */
export function readSubgraphUrls(text: string | undefined): Map<string, string[]> {
  const urls = JSON.parse(text ?? '{}') as Record<string, string>
  return new Map(Object.entries(urls).map(([name, list]) => [name, readList(list)]))
}

function readPublicUrls(text: string): string[] {
  const urls = readList(text)
  const wrong = urls.find((url) => !URL.canParse(url))
  if (wrong !== undefined) throw new Error(`PUBLIC_URLS: "${wrong}" is no address`)
  return urls
}

/** What is misspelt must not pass for off. */
function readSwitch(env: Environment, name: string, otherwise: 'true' | 'false'): boolean {
  const value = env[name] ?? otherwise
  if (value !== 'true' && value !== 'false') throw new Error(`${name}: say true or false`)
  return value === 'true'
}

/** Reads the environment. Throws, naming the variable, when one that is needed is missing. */
export function readConfig(env: Environment): Config {
  const issuer = required(env, 'ISSUER')
  const port = Number(env['PORT'] ?? 4000)
  const production = isProduction(env)
  const supergraphPath = env['SUPERGRAPH'] ?? 'schema/supergraph.graphql'
  const scope = required(env, 'SCOPE')
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    supergraphPath,
    operationsPath: env['OPERATIONS'] ?? join(dirname(supergraphPath), 'operations'),
    compiled: readSwitch(env, 'COMPILED', 'true'),
    subgraphUrls: readSubgraphUrls(env['SUBGRAPH_URLS']),
    issuer,
    audience: required(env, 'AUDIENCE'),
    scope,
    textScope: env['TEXT_SCOPE'] ?? (production ? `${scope}:text` : scope),
    jwksUrl: env['JWKS_URL'] ?? `${issuer.replace(/\/$/, '')}/jwks`,
    publicUrls: readPublicUrls(env['PUBLIC_URLS'] ?? `http://127.0.0.1:${port},http://localhost:${port}`),
    requireDpop: readSwitch(env, 'REQUIRE_DPOP', production ? 'true' : 'false'),
    actorPrivateKey: required(env, 'ACTOR_PRIVATE_KEY'),
    filesSubgraph: env['FILES_SUBGRAPH'] ?? 'progress',
    production,
  }
}
