import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

/** Everything secret that the processes of one machine share. Made once per data folder, so that logins survive a restart. */
export interface Keys {
  /** Signs ID tokens and access tokens (RS256). */
  provider: JWK
  /** With it the web proves who it is to the provider (PS256). */
  webClient: JWK
  /** With it the gateway signs who is asking (EdDSA). */
  actor: JWK
  cookieSecret: string
  /** Of the roles on a server that asks for one. */
  databasePassword: string
}

/** Reads the keys of `folder`, or makes them. */
export async function loadKeys(folder: string): Promise<Keys> {
  const file = join(folder, 'keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys
  const keys: Keys = {
    provider: await newKey('RS256', 'provider'),
    webClient: await newKey('PS256', 'web'),
    actor: await newKey('EdDSA', 'actor'),
    cookieSecret: crypto.randomUUID() + crypto.randomUUID(),
    databasePassword: crypto.randomUUID(),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

async function newKey(alg: string, kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), alg, kid, use: 'sig' }
}

/** The half of a key that may be shown to others. */
export function publicHalf({ kty, crv, x, y, n, e, alg, kid, use }: JWK): JWK {
  const half = { kty, crv, x, y, n, e, alg, kid, use }
  return JSON.parse(JSON.stringify(half)) as JWK
}
