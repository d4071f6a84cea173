import { generateKeyPair } from 'jose'
import { signActorToken } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { aHolder } from '../../testing/holder.ts'
import { anIdentity, IDENTITY } from '../../testing/identity.ts'
import { anIssuer, type Issuer } from '../../testing/issuer.ts'
import { library } from '../../testing/library.ts'
import { createVerifyCaller } from './caller.ts'

const PUBLIC_URL = 'https://graph.example'
const GRAPHQL = `${PUBLIC_URL}/graphql`
const actorKeys = await generateKeyPair('EdDSA')
const holder = await aHolder()
let issuer: Issuer
let identity: Awaited<ReturnType<typeof anIdentity>>
let world: World
let strict: World

const startWorld = (requireDpop: boolean) =>
  aWorld([...library, IDENTITY], {
    subgraphUrls: identity.subgraphUrls,
    credentials: {
      verify: createVerifyCaller({ ...issuer.options, publicUrls: [PUBLIC_URL], requireDpop }),
      sign: (actor) => signActorToken(actor, actorKeys.privateKey),
    },
  })

beforeAll(async () => {
  issuer = await anIssuer()
  identity = await anIdentity(actorKeys.publicKey)
  world = await startWorld(false)
  strict = await startWorld(true)
})
afterAll(async () => {
  await Promise.all([world.close(), strict.close()])
  identity.close()
  issuer.close()
})

const bound = () => issuer.token('kari', { claims: { cnf: holder.cnf } })

/** Status, code, and the way the challenge begins. */
async function answerTo(headers: Record<string, string>, at = world) {
  const { status, body, headers: answered } = await at.ask('{ books { id } }', {}, { headers })
  const challenge = answered.get('www-authenticate') ?? ''
  return [status, body.errors?.[0]?.extensions['code'], challenge.split(',')[0]]
}
const SERVED = [200, undefined, '']

/** The code with which the gateway closes a socket that was greeted so, or `ack`. */
const greet = (payload: Record<string, unknown>) =>
  new Promise<number | 'ack'>((resolve) => {
    const socket = new WebSocket(world.url.replace('http', 'ws'), 'graphql-transport-ws')
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })))
    socket.on('message', () => {
      resolve('ack')
      socket.close()
    })
    socket.on('close', resolve)
  })

describe('a token that is bound to a key', () => {
  it('is taken with a proof, each proof once', async () => {
    const token = await bound()
    const headers = { authorization: `DPoP ${token}`, dpop: await holder.proof(token, GRAPHQL) }
    expect(await answerTo(headers)).toEqual(SERVED)
    const invalid = [401, 'DPOP_PROOF_INVALID', 'DPoP error="invalid_dpop_proof"']
    expect(await answerTo(headers)).toEqual(invalid)
    expect(await answerTo({ authorization: `DPoP ${token}` })).toEqual(invalid)
    expect(await answerTo({ ...headers, dpop: await holder.proof(token, GRAPHQL) })).toEqual(SERVED)
  })

  it('is not taken as Bearer, with or without a proof', async () => {
    const token = await bound()
    const refused = [401, 'DPOP_REQUIRED', 'DPoP error="invalid_token"']
    expect(await answerTo({ authorization: `Bearer ${token}` })).toEqual(refused)
    const dpop = await holder.proof(token, GRAPHQL)
    expect(await answerTo({ authorization: `Bearer ${token}`, dpop })).toEqual(refused)
  })

  it('opens a socket with a proof for the socket', async () => {
    const token = await bound()
    const authorization = `DPoP ${token}`
    const dpop = await holder.proof(token, 'wss://graph.example/graphql')
    expect(await greet({ authorization, dpop })).toBe('ack')
    expect(await greet({ authorization, dpop })).toBe(4403)
    expect(await greet({ authorization, dpop: await holder.proof(token, GRAPHQL) })).toBe(4403)
    expect(await greet({ authorization: `Bearer ${token}` })).toBe(4403)
  })
})

describe('a token that is not', () => {
  const UNAUTHENTICATED = [401, 'UNAUTHENTICATED', 'Bearer error="invalid_token"']

  it('is taken as Bearer, and not as DPoP', async () => {
    const token = await issuer.token('kari')
    expect(await answerTo({ authorization: `Bearer ${token}` })).toEqual(SERVED)
    expect(await greet({ authorization: `Bearer ${token}` })).toBe('ack')
    const dpop = await holder.proof(token, GRAPHQL)
    expect(await answerTo({ authorization: `DPoP ${token}`, dpop })).toEqual(UNAUTHENTICATED)
  })

  it('is refused where bound ones are required', async () => {
    const authorization = `Bearer ${await issuer.token('kari')}`
    expect(await answerTo({ authorization }, strict)).toEqual([
      401,
      'DPOP_REQUIRED',
      'DPoP error="invalid_token"',
    ])
    const token = await bound()
    const headers = { authorization: `DPoP ${token}`, dpop: await holder.proof(token, GRAPHQL) }
    expect(await answerTo(headers, strict)).toEqual(SERVED)
  })

  it('is refused when it is bound in a way that is not known here', async () => {
    const token = await issuer.token('kari', { claims: { cnf: { 'x5t#S256': 'a certificate' } } })
    expect(await answerTo({ authorization: `Bearer ${token}` })).toEqual(UNAUTHENTICATED)
  })
})
