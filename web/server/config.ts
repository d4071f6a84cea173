import type { webcrypto } from 'node:crypto'
import { required } from '@kompetanse/schema/process/required'

type Jwk = webcrypto.JsonWebKey & { alg?: string; kid?: string }

/** The settings of the process, from its environment. */
export type Config = {
  port: number
  /** What is listened on: this machine alone unless HOST says otherwise. */
  host: string
  /** The address that browsers use. Cookies, redirects and the origin check follow it, not the Host header. */
  origin: URL
  gateway: URL
  issuer: URL
  clientId: string
  clientKey: Jwk
  /** The API that access tokens are for. */
  audience: string
  /** What access tokens are to be good for: the scope of the API. */
  scope: string
  databaseUrl: string
  sessionHours: number
}

/** @throws when something that has no sensible default is missing: better at start than at the first sign-in */
export const readConfig = (env: NodeJS.ProcessEnv): Config => ({
  port: Number(env['PORT'] ?? 3000),
  host: env['HOST'] ?? '127.0.0.1',
  origin: new URL(required(env, 'ORIGIN')),
  gateway: new URL(required(env, 'GATEWAY_URL')),
  issuer: new URL(required(env, 'OIDC_ISSUER')),
  clientId: env['OIDC_CLIENT_ID'] ?? 'kompetanseportalen-web',
  clientKey: JSON.parse(required(env, 'OIDC_CLIENT_KEY')) as Jwk,
  audience: env['AUDIENCE'] ?? 'https://kompetanseportalen.local/graph',
  scope: env['SCOPE'] ?? 'kompetanseportalen:graph',
  databaseUrl: required(env, 'DATABASE_URL'),
  sessionHours: Number(env['SESSION_HOURS'] ?? 9),
})
