import { generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { aHolder, type Changes } from '../../../testing/holder.ts'
import type { Shown } from './shown.ts'
import { createVerifyProof } from './verify-proof.ts'

const PUBLIC_URLS = ['https://graph.example', 'http://proxy:4000/']
const ADDRESS = 'https://graph.example/graphql'
const TOKEN = 'a.bound.token'
const holder = await aHolder()
const stranger = await aHolder()
const rsa = await aHolder('PS256')
const { privateKey: anotherKey } = await generateKeyPair('ES256')
const now = Math.floor(Date.now() / 1000)

const verify = createVerifyProof({ publicUrls: PUBLIC_URLS })
const post = (proof: string | undefined): Shown => ({
  authorization: `DPoP ${TOKEN}`,
  proof,
  method: 'POST',
  path: '/graphql',
  over: 'http',
})
/** The fault that the refusal names; null when the proof is taken. */
async function faultOf(shown: Shown, jkt = holder.cnf.jkt): Promise<string | null> {
  const refusal = await verify(shown, TOKEN, jkt)
  if (!refusal) return null
  expect([refusal.status, refusal.errors[0]?.extensions?.['code']]).toEqual([401, 'DPOP_PROOF_INVALID'])
  const challenge = refusal.headers?.['www-authenticate'] ?? ''
  return (
    /^DPoP error="invalid_dpop_proof", error_description="(\w+)", algs="RS256 /.exec(challenge)?.[1] ?? ''
  )
}
const judged = async (changes: Changes, address = ADDRESS) =>
  faultOf(post(await holder.proof(TOKEN, address, changes)))

describe('a proof is taken', () => {
  it.each([
    ['as sent', {}, ADDRESS],
    ['at another public address', {}, 'http://proxy:4000/graphql'],
    ['with an address that is written differently', {}, 'HTTPS://GRAPH.example:443/graphql?x=1#y'],
    ['of a clock that is behind', { claims: { iat: now - 50 } }, ADDRESS],
    ['of a clock that is ahead', { claims: { iat: now + 50 } }, ADDRESS],
  ])('%s', async (_, changes, address) => {
    expect(await judged(changes, address)).toBeNull()
  })

  it('of an RSA key', async () => {
    const shown = post(await rsa.proof(TOKEN, ADDRESS, { header: { alg: 'PS256' } }))
    expect(await faultOf(shown, rsa.cnf.jkt)).toBeNull()
  })

  it('for a socket by its own address, and for nothing else', async () => {
    const proof = await holder.proof(TOKEN, 'wss://graph.example/graphql')
    expect(await faultOf({ ...post(proof), method: 'GET' })).toBe('htu')
    expect(await faultOf({ ...post(proof), method: 'GET', over: 'ws' })).toBeNull()
  })
})

describe('a proof is refused', () => {
  it.each<[string, Changes]>([
    ['typ', { header: { typ: 'JWT' } }],
    ['typ', { header: { typ: undefined } }],
    ['jwk', { header: { jwk: undefined } }],
    ['jwk', { header: { jwk: { kty: 'EC', crv: 'P-256' } } }],
    ['jwk', { header: { jwk: holder.privateJwk } }],
    ['jkt', { header: { jwk: stranger.publicJwk } }],
    ['signature', { key: anotherKey }],
    ['htm', { claims: { htm: 'GET' } }],
    ['htm', { claims: { htm: undefined } }],
    ['htu', { claims: { htu: 'https://other.example/graphql' } }],
    ['htu', { claims: { htu: 'https://graph.example/files' } }],
    ['htu', { claims: { htu: 'http://graph.example/graphql' } }],
    ['htu', { claims: { htu: '/graphql' } }],
    ['htu', { claims: { htu: undefined } }],
    ['ath', { claims: { ath: 'x' } }],
    ['ath', { claims: { ath: undefined } }],
    ['iat', { claims: { iat: now - 90 } }],
    ['iat', { claims: { iat: now + 90 } }],
    ['iat', { claims: { iat: undefined } }],
    ['jti', { claims: { jti: '' } }],
    ['jti', { claims: { jti: undefined } }],
  ])('%s: %j', async (fault, changes) => {
    expect(await judged(changes)).toBe(fault)
  })

  it('for what is no proof', async () => {
    const proof = await holder.proof(TOKEN, ADDRESS)
    const unsigned = `${btoa(JSON.stringify({ alg: 'none', typ: 'dpop+jwt', jwk: holder.publicJwk }))}.e30.`
    expect(await faultOf(post(undefined))).toBe('missing')
    expect(await faultOf(post('x.y'))).toBe('malformed')
    expect(await faultOf(post(`${proof}, ${proof}`))).toBe('malformed')
    expect(await faultOf(post(`${proof}${'A'.repeat(5_000)}`))).toBe('malformed')
    expect(await faultOf(post(unsigned.replaceAll('=', '')))).toBe('alg')
  })

  it('when it was used before, also with its signature made anew', async () => {
    const changes = { claims: { jti: 'once', iat: now } }
    expect(await judged(changes)).toBeNull()
    expect(await judged(changes)).toBe('replayed')
  })
})
