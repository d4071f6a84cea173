/**
 * `routeTests(routes, expected)`: whom each route of a subgraph answers. Called by `src/testing/routes.int.test.ts` of
 * each subgraph that has routes; `dev/src/subgraph-tests.int.test.ts` looks that none of them is without.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  ACTOR_HEADER,
  createActorVerifier,
  importActorKey,
  signActorToken,
  type Actor,
} from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDispatch, type Answer, type Route } from '../routes.ts'

const KINDS = ['person', 'machine', 'gateway'] as const
const TAKEN = 204
const take: Answer = (_, response) => void response.writeHead(TAKEN).end()

/** The table, with answers that do nothing, and tokens of a gateway and of somebody who only claims to be one. */
async function serve(routes: readonly Route[]) {
  const [own, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
  const keyOf = (half: KeyObject) => importActorKey(JSON.stringify(half.export({ format: 'jwk' })))
  const verify = createActorVerifier(await keyOf(own.publicKey))
  const [key, forged] = await Promise.all([keyOf(own.privateKey), keyOf(other.privateKey)])
  const dispatch = createDispatch({
    table: routes.map((route) => ({ ...route, answer: take })),
    authenticate: ({ headers }) => verify(headers[ACTOR_HEADER]?.toString()),
  })
  const server = createServer((request, response) => void dispatch(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const actor = (kind: Actor['kind']): Actor => ({ kind, personId: brandId('x'), trainee: false, grants: [] })
  return {
    server,
    tokenOf: (kind: Actor['kind']) => signActorToken(actor(kind), key),
    forgedOf: (kind: Actor['kind']) => signActorToken(actor(kind), forged),
  }
}

const addressesOf = ({ path, methods }: Route) =>
  methods.map((method) => [method, path.replace(/\{\w+\}/g, 'all')] as const)

/** `expected`: `GET /files/{id}` → who may ask. */
export function routeTests(routes: readonly Route[], expected: Readonly<Record<string, Route['who']>>): void {
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => void (served = await serve(routes)))
  afterAll(() => void served.server.close())

  async function ask(method: string, path: string, token?: string): Promise<number> {
    const { port } = served.server.address() as AddressInfo
    const headers = token === undefined ? {} : { [ACTOR_HEADER]: token }
    return (await fetch(`http://127.0.0.1:${port}${path}`, { method, headers })).status
  }

  test('every route is known, with who may ask', () => {
    const listed = routes.flatMap(({ path, methods, who }) =>
      methods.map((method) => [`${method} ${path}`, who]),
    )
    expect(Object.fromEntries(listed)).toEqual(expected)
    expect(listed).toHaveLength(Object.keys(expected).length)
  })

  test.each(routes.flatMap((route) => addressesOf(route).map((address) => [...address, route.who] as const)))(
    '%s %s answers nobody, and of those who are somebody: %s',
    async (method, path, who) => {
      const refused = who === 'gateway' ? 404 : 403
      expect(await ask(method, path)).toBe(401)
      for (const kind of KINDS) {
        const [token, forged] = await Promise.all([served.tokenOf(kind), served.forgedOf(kind)])
        expect([kind, await ask(method, path, forged)]).toEqual([kind, 401])
        expect([kind, await ask(method, path, `${token}x`)]).toEqual([kind, 401])
        const isTaken = who === 'actor' || who === kind
        expect([kind, await ask(method, path, token)]).toEqual([kind, isTaken ? TAKEN : refused])
      }
    },
  )

  test('what is not in the table is not there, for nobody and for everybody', async () => {
    const paths = routes.flatMap(addressesOf).flatMap(([, path]) => [`${path}/more/still`, `/x${path}`])
    for (const path of ['/', '/people', '/debug', '/graphql/people', ...paths]) {
      expect([path, await ask('GET', path)]).toEqual([path, 401])
      for (const kind of KINDS)
        expect([path, await ask('GET', path, await served.tokenOf(kind))]).toEqual([path, 404])
    }
  })
}
