import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface Issuer {
  readonly url: string
  readonly audience: string
  readonly scope: string
  /** A token that identifies the person by its subject alone. */
  token(subject: string): Promise<string>
  close(): void
}

/** An issuer of access tokens for the bench: keys and tokens, no login. */
export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256' }] })
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end(keys),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const [audience, scope] = ['bench', 'bench']
  return {
    url,
    audience,
    scope,
    token: (subject) =>
      new SignJWT({ scope })
        .setProtectedHeader({ alg: 'ES256', kid: '1', typ: 'at+jwt' })
        .setSubject(subject)
        .setIssuer(url)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    close: () => server.close(),
  }
}
