import { ownerOf, roleOf } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { publicHalf, type Keys } from './keys.ts'

/** Variables of an environment. */
export type Secrets = Readonly<Record<string, string>>

/** The name of the process that migrates a subgraph: it holds other secrets than the subgraph that serves. */
export const migrationOf = (subgraph: string): string => `migrate-${subgraph}`

/**
 * The secrets of each kind of process: its own and nothing else. `urlOf` makes the URL by which a role of the database
 * connects. A process that is not listed gets none.
 */
export function secretsOf(keys: Keys, urlOf: (role: string) => string): Readonly<Record<string, Secrets>> {
  const subgraphs = listSubgraphs().flatMap(({ name }): [string, Secrets][] => [
    [name, { DATABASE_URL: urlOf(roleOf(name)), ACTOR_PUBLIC_KEY: JSON.stringify(publicHalf(keys.actor)) }],
    [migrationOf(name), { MIGRATION_DATABASE_URL: urlOf(ownerOf(name)) }],
  ])
  return {
    ...Object.fromEntries(subgraphs),
    gateway: { ACTOR_PRIVATE_KEY: JSON.stringify(keys.actor) },
    web: { DATABASE_URL: urlOf('web'), OIDC_CLIENT_KEY: JSON.stringify(keys.webClient) },
    'identity-provider': {
      PROVIDER_KEY: JSON.stringify(keys.provider),
      WEB_PUBLIC_KEY: JSON.stringify(publicHalf(keys.webClient)),
      COOKIE_SECRET: keys.cookieSecret,
    },
  }
}
