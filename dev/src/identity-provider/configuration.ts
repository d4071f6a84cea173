import { hash } from 'node:crypto'
import type { JWK } from 'jose'
import type { Configuration } from 'oidc-provider'
import { ACCESS_TOKEN_LIFETIME, AUDIENCE, SCOPE } from '../access-token.ts'
import type { DemoPerson } from '../demo-persons.ts'

const HOUR = 3600

/** What of all keys the provider has: none of the web's private half, and nothing of gateway and database. */
export interface ProviderKeys {
  readonly provider: JWK
  /** The public half. */
  readonly webClient: JWK
  readonly cookieSecret: string
}

export function readProviderKeys(env: NodeJS.ProcessEnv): ProviderKeys {
  const { PROVIDER_KEY, WEB_PUBLIC_KEY, COOKIE_SECRET } = env
  if (!PROVIDER_KEY || !WEB_PUBLIC_KEY || !COOKIE_SECRET)
    throw new Error('PROVIDER_KEY, WEB_PUBLIC_KEY and COOKIE_SECRET are needed')
  return {
    provider: JSON.parse(PROVIDER_KEY) as JWK,
    webClient: JSON.parse(WEB_PUBLIC_KEY) as JWK,
    cookieSecret: COOKIE_SECRET,
  }
}

/** The profile of HelseID that the portal meets in production: PAR, PKCE, private_key_jwt, DPoP with nonces, JWT access tokens per resource. */
export function configuration(options: {
  keys: ProviderKeys
  webOrigin: string
  persons: readonly DemoPerson[]
}): Configuration {
  const { keys, webOrigin, persons } = options
  return {
    clients: [
      {
        client_id: 'kompetanseportalen-web',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'PS256',
        jwks: { keys: [keys.webClient] },
        redirect_uris: [`${webOrigin}/tilbake`],
        post_logout_redirect_uris: [`${webOrigin}/utlogget`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        require_pushed_authorization_requests: true,
        dpop_bound_access_tokens: true,
      },
    ],
    jwks: { keys: [keys.provider] as NonNullable<Configuration['jwks']>['keys'] },
    cookies: { keys: [keys.cookieSecret] },
    pkce: { required: () => true },
    enabledJWA: { clientAuthSigningAlgValues: ['PS256', 'ES256'] },
    // Scopes of the API belong to the resource server below; listed here they would make consent loop.
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    issueRefreshToken: () => Promise.resolve(true),
    rotateRefreshToken: true,
    ttl: { Session: 12 * HOUR, Grant: 12 * HOUR, RefreshToken: 12 * HOUR, IdToken: HOUR, Interaction: HOUR },
    features: features(keys),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => {
      const person = persons.find((candidate) => candidate.id === id)
      if (!person) return Promise.resolve(undefined)
      const claims = { sub: id, name: person.displayName }
      return Promise.resolve({ accountId: id, claims: () => Promise.resolve(claims) })
    },
  }
}

function features({ cookieSecret }: ProviderKeys): Configuration['features'] {
  return {
    dPoP: {
      enabled: true,
      nonceSecret: hash('sha256', `nonces ${cookieSecret}`, 'buffer'),
      requireNonce: () => true,
    },
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    rpInitiatedLogout: { enabled: true, logoutSource: confirmAtOnce },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: SCOPE,
        audience: AUDIENCE,
        accessTokenFormat: 'jwt',
        accessTokenTTL: ACCESS_TOKEN_LIFETIME,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  }
}

/** Confirms a logout of the portal without a question. */
function confirmAtOnce(context: { body?: unknown }, form: string) {
  context.body = `<!doctype html><html lang="nb"><title>Logger ut</title><body>${form}
<noscript><button form="op.logoutForm" name="logout" value="yes">Logg ut</button></noscript>
<script>const form = document.forms[0]
form.insertAdjacentHTML('beforeend', '<input type="hidden" name="logout" value="yes">')
form.submit()</script></body></html>`
}
