import { createPublicKey, hash, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { newProofKey, publicHalf } from './proof-key.ts'
import { createProve } from './proof.ts'

const parts = (proof: string) => {
  const [header = '', claims = '', signature = ''] = proof.split('.')
  const read = (text: string) =>
    JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
  return { header: read(header), claims: read(claims), text: `${header}.${claims}`, signature }
}

it('a proof says what it is for, and is signed by the key that it shows', async () => {
  const key = await newProofKey()
  const address = new URL('http://gateway:4000/files/1?name=kurs.pdf')
  const proof = createProve()(key, { method: 'GET', address, accessToken: 'token' })
  const { header, claims, text, signature } = parts(proof)
  expect(header).toEqual({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicHalf(key) })
  expect(claims).toEqual({
    htm: 'GET',
    htu: 'http://gateway:4000/files/1',
    ath: hash('sha256', 'token', 'base64url'),
    iat: expect.closeTo(Date.now() / 1000, -1) as number,
    jti: expect.any(String) as string,
  })
  const publicKey = createPublicKey({ key: publicHalf(key), format: 'jwk' })
  const checked = { key: publicKey, dsaEncoding: 'ieee-p1363' as const }
  expect(verify('sha256', Buffer.from(text), checked, Buffer.from(signature, 'base64url'))).toBe(true)
})

it('no two proofs are the same', async () => {
  const [prove, key] = [createProve(), await newProofKey()]
  const use = { method: 'POST', address: new URL('ws://gateway/graphql'), accessToken: 'token' }
  const [one, two] = [parts(prove(key, use)), parts(prove(key, use))]
  expect(one.claims['jti']).not.toBe(two.claims['jti'])
  expect(one.claims['htu']).toBe('ws://gateway/graphql')
})
