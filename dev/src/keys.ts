import { hkdfSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

/**
 * All secrets of one portal. Made once per folder, so that logins survive a restart; read only by the command that
 * starts the processes and gives each of them its own (`secretsOf`).
 */
export interface Keys {
  /** Signs ID tokens and access tokens (RS256). */
  readonly provider: JWK
  /** The web's key for authentication at the provider (PS256). */
  readonly webClient: JWK
  /** The gateway's key for signing actors (EdDSA). */
  readonly actor: JWK
  readonly cookieSecret: string
  /** What the passwords of the database's roles are made of, `passwordOf`. */
  readonly databaseSecret: string
}

const MAKE: { readonly [Name in keyof Keys]: () => Keys[Name] | Promise<Keys[Name]> } = {
  provider: () => newKey('RS256', 'provider'),
  webClient: () => newKey('PS256', 'web'),
  actor: () => newKey('EdDSA', 'actor'),
  cookieSecret: () => newSecret(),
  databaseSecret: () => newSecret(),
}

/** Reads the keys of `folder`; those that are not there are made. */
export async function loadKeys(folder: string): Promise<Keys> {
  const file = join(folder, 'keys.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>) : {}
  const names = Object.keys(MAKE) as (keyof Keys)[]
  const entries = await Promise.all(names.map(async (name) => [name, kept[name] ?? (await MAKE[name]())]))
  const keys = Object.fromEntries(entries) as Keys
  if (names.every((name) => kept[name] !== undefined)) return keys
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

async function newKey(alg: string, kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), alg, kid, use: 'sig' }
}

const newSecret = () => crypto.randomUUID() + crypto.randomUUID()

/** The half of a key that may be shown to others. */
export function publicHalf({ kty, crv, x, y, n, e, alg, kid, use }: JWK): JWK {
  const half = { kty, crv, x, y, n, e, alg, kid, use }
  return JSON.parse(JSON.stringify(half)) as JWK
}

/** The password of one role of the database; it reveals nothing of other roles' passwords. */
export const passwordOf = ({ databaseSecret }: Keys, role: string): string =>
  Buffer.from(hkdfSync('sha256', databaseSecret, '', `role ${role}`, 32)).toString('base64url')
