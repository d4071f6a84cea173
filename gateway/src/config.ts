export interface Config {
  readonly port: number
  readonly supergraphPath: string
  readonly subgraphUrls: ReadonlyMap<string, readonly string[]>
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: string
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

/** `{"progress":"http://a/graphql,http://b/graphql"}`: several processes of one subgraph are separated by commas. */
export function readSubgraphUrls(text: string | undefined): Map<string, string[]> {
  const urls = JSON.parse(text ?? '{}') as Record<string, string>
  return new Map(Object.entries(urls).map(([name, list]) => [name, list.split(',').map((url) => url.trim())]))
}

/** Reads the environment. Throws, naming the variable, when one that is needed is missing. */
export function readConfig(env: Environment): Config {
  const issuer = required(env, 'ISSUER')
  return {
    port: Number(env['PORT'] ?? 4000),
    supergraphPath: env['SUPERGRAPH'] ?? 'schema/supergraph.graphql',
    subgraphUrls: readSubgraphUrls(env['SUBGRAPH_URLS']),
    issuer,
    audience: required(env, 'AUDIENCE'),
    jwksUrl: env['JWKS_URL'] ?? `${issuer.replace(/\/$/, '')}/jwks`,
    actorPrivateKey: required(env, 'ACTOR_PRIVATE_KEY'),
    filesSubgraph: env['FILES_SUBGRAPH'] ?? 'progress',
    production: env['NODE_ENV'] === 'production',
  }
}
