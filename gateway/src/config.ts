export interface Config {
  readonly port: number
  readonly supergraphPath: string
  readonly subgraphUrls: ReadonlyMap<string, readonly string[]>
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: string
  /** The addresses by which callers reach this gateway, through whatever stands before it. */
  readonly publicUrls: readonly string[]
  readonly requireDpop: boolean
  readonly actorPrivateKey: string
  readonly filesSubgraph: string
  readonly production: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

function required(env: Environment, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

const readList = (text: string): string[] => text.split(',').map((item) => item.trim())

/** `{"progress":"http://a/graphql,http://b/graphql"}`: several processes of one subgraph are separated by commas. */
export function readSubgraphUrls(text: string | undefined): Map<string, string[]> {
  const urls = JSON.parse(text ?? '{}') as Record<string, string>
  return new Map(Object.entries(urls).map(([name, list]) => [name, readList(list)]))
}

/** Reads the environment. Throws, naming the variable, when one that is needed is missing. */
export function readConfig(env: Environment): Config {
  const issuer = required(env, 'ISSUER')
  const port = Number(env['PORT'] ?? 4000)
  return {
    port,
    supergraphPath: env['SUPERGRAPH'] ?? 'schema/supergraph.graphql',
    subgraphUrls: readSubgraphUrls(env['SUBGRAPH_URLS']),
    issuer,
    audience: required(env, 'AUDIENCE'),
    jwksUrl: env['JWKS_URL'] ?? `${issuer.replace(/\/$/, '')}/jwks`,
    publicUrls: readList(env['PUBLIC_URLS'] ?? `http://127.0.0.1:${port},http://localhost:${port}`),
    requireDpop: env['REQUIRE_DPOP'] === 'true',
    actorPrivateKey: required(env, 'ACTOR_PRIVATE_KEY'),
    filesSubgraph: env['FILES_SUBGRAPH'] ?? 'progress',
    production: env['NODE_ENV'] === 'production',
  }
}
