import { importJWK, SignJWT, type JWK } from 'jose'

export const AUDIENCE = 'https://kompetanseportalen.local/graph'
export const SCOPE = 'kompetanseportalen:graph'
/** For clients that write operations of their own; the web's may send what it has registered alone. */
export const TEXT_SCOPE = `${SCOPE}:text`
/** Seconds; the real provider's tokens live about as long. */
export const ACCESS_TOKEN_LIFETIME = 600

/** What the provider would give `subject` after a login: for scripts, tests and load, where no browser logs in. */
export async function signAccessToken(options: {
  key: JWK
  issuer: string
  subject: string
  lifetime?: number
}): Promise<string> {
  const { key, issuer, subject, lifetime = ACCESS_TOKEN_LIFETIME } = options
  return new SignJWT({ client_id: 'kompetanseportalen-dev', scope: `${SCOPE} ${TEXT_SCOPE}` })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid ?? 'provider' })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${lifetime}s`)
    .sign(await importJWK(key, 'RS256'))
}
