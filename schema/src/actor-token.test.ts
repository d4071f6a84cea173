import { brandId } from './ids.ts'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import {
  ACTOR_TOKEN_LIFETIME,
  createActorVerifier,
  importActorKey,
  signActorToken,
  verifyActorToken,
  type Actor,
} from './actor-token.ts'
import type { Role } from './roles.ts'

afterEach(() => void vi.useRealTimers())

const leader: Actor = {
  kind: 'person',
  personId: brandId('0190a1b2-0000-7000-8000-000000000001'),
  trainee: false,
  grants: [
    { role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId('0190a1b2-0000-7000-8000-000000000002') },
  ],
}

const keyPair = async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const text = async (key: CryptoKey) => JSON.stringify(await exportJWK(key))
  return {
    open: await importActorKey(await text(publicKey)),
    secret: await importActorKey(await text(privateKey)),
  }
}

test('F003 F026 an actor comes out of the token as it went in', async () => {
  const { open, secret } = await keyPair()
  expect(await verifyActorToken(await signActorToken(leader, secret), open)).toEqual(leader)
})

test('B32 so do the records that the actor has opened', async () => {
  const { open, secret } = await keyPair()
  const openRecords = [{ traineeId: leader.personId, until: '2026-10-15T11:00:00.000Z' }]
  const opener = { ...leader, openRecords }
  expect(await verifyActorToken(await signActorToken(opener, secret), open)).toEqual(opener)
})

test('B32 a role that there is not gives nothing', async () => {
  const { open, secret } = await keyPair()
  const unknown = { role: 'ROOT' as Role, regionCode: null, enterpriseId: null }
  const token = await signActorToken({ ...leader, grants: [...leader.grants, unknown] }, secret)
  expect(await verifyActorToken(token, open)).toEqual(leader)
})

test('a token that another key signed, a cut one and none at all are nobody', async () => {
  const mine = await keyPair()
  const other = await keyPair()
  const forged = await signActorToken(leader, other.secret)
  const cut = (await signActorToken(leader, mine.secret)).slice(0, -3)
  expect(await verifyActorToken(forged, mine.open)).toBeNull()
  expect(await verifyActorToken(cut, mine.open)).toBeNull()
  expect(await verifyActorToken(undefined, mine.open)).toBeNull()
})

const now = () => Math.floor(Date.now() / 1000)
const sound = () => ({ sub: leader.personId, aud: 'subgraph', kind: 'person', iat: now(), exp: now() + 60 })

test.each<[string, (claims: ReturnType<typeof sound>) => JWTPayload]>([
  ['that is over', (claims) => ({ ...claims, iat: now() - 120, exp: now() - 60 })],
  ['that never ends', ({ exp: _exp, ...claims }) => claims],
  ['for a day', (claims) => ({ ...claims, iat: now() - 3600, exp: now() + 86_400 })],
  ['for another audience', (claims) => ({ ...claims, aud: 'graph' })],
  ['of a kind that there is not', (claims) => ({ ...claims, kind: 'root' })],
  ['of a person who is nobody', ({ sub: _sub, ...claims }) => claims],
])('a token %s is nobody’s', async (_name, change) => {
  const { open, secret } = await keyPair()
  const token = (claims: JWTPayload, typ = 'actor+jwt') =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ }).sign(secret)
  expect(await verifyActorToken(await token(sound()), open)).toMatchObject({ kind: 'person' })
  expect(await verifyActorToken(await token(change(sound())), open)).toBeNull()
  expect(await verifyActorToken(await token(sound(), 'at+jwt'), open)).toBeNull()
})

test('F003 a token that was verified is known until it expires, and not longer', async () => {
  const { open, secret } = await keyPair()
  vi.useFakeTimers({ toFake: ['Date'] })
  const [token, verify] = [await signActorToken(leader, secret), createActorVerifier(open)]
  const first = await verify(token)
  expect(first).toEqual(leader)
  vi.advanceTimersByTime(ACTOR_TOKEN_LIFETIME * 1000)
  expect(await verify(token)).toBe(first)
  vi.advanceTimersByTime(10_000)
  expect(await verify(token)).toBeNull()
  expect(await verifyActorToken(token, open)).toBeNull()
})

test('a token of another key stays nobody’s, however often it is sent', async () => {
  const [mine, other] = [await keyPair(), await keyPair()]
  const verify = createActorVerifier(mine.open)
  const forged = await signActorToken(leader, other.secret)
  expect([await verify(forged), await verify(forged), await verify(undefined)]).toEqual([null, null, null])
})
