import { spawn } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createPool } from '@kompetanse/database'
import { createTestDatabase, type TestDatabase } from '@kompetanse/database/testing'
import { importActorKey, signActorToken, type Actor } from '@kompetanse/schema/actor-token'
import type { RouteForGateway } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const AMALIE = '01980000-0010-7000-8000-00000000001c'

/** One request to each, spelled out: what goes over the wire stays what it is. */
const FOR_GATEWAY: Record<RouteForGateway, readonly [method: string, search: string]> = {
  actors: ['GET', `?subject=${AMALIE}`],
  'actor-changes': ['GET', ''],
  'ended-sessions': ['PUT', `?credential=${'c'.repeat(43)}&until=${Date.now() + 60_000}`],
}

let database: TestDatabase
let origin: string
let tokenOf: (kind: Actor['kind'], personId?: string) => Promise<string>
let stop: () => Promise<unknown>

async function ask(kind: Actor['kind'], path: string, method = 'GET') {
  const headers = { 'x-actor': await tokenOf(kind, kind === 'person' ? AMALIE : '') }
  const response = await fetch(origin + path, { headers, method })
  return { status: response.status, body: (await response.json()) as unknown }
}

/** What a gateway hears, beats aside. */
async function follow() {
  const leaving = new AbortController()
  const headers = { 'x-actor': await tokenOf('gateway') }
  const response = await fetch(`${origin}/actor-changes`, { headers, signal: leaving.signal })
  const lines = createInterface({ input: Readable.fromWeb(response.body as never) })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    return done ? undefined : (JSON.parse(value) as { kind: string })
  }
  return {
    beat: next,
    async take(count: number) {
      const heard: unknown[] = []
      while (heard.length < count) {
        const said = await next()
        if (said?.kind !== 'beat') heard.push(said)
      }
      return heard
    },
    async ended() {
      while (await next());
      return true
    },
    leave: () => leaving.abort(),
  }
}

const run = (file: string, env: Record<string, string> = {}) =>
  spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.migrationUrl, PORT: '0' },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const firstLine = async (child: ReturnType<typeof run>) => {
  const [text] = (await once(child.stdout, 'data')) as [Buffer]
  return JSON.parse(text.toString()) as Record<string, unknown>
}

beforeAll(async () => {
  database = await createTestDatabase('identity')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const jwk = (half: KeyObject) => JSON.stringify(half.export({ format: 'jwk' }))
  const key = await importActorKey(jwk(privateKey))
  tokenOf = (kind, personId = '') =>
    signActorToken({ kind, personId: brandId(personId), trainee: false, grants: [] }, key)
  const child = run('main.ts', { ACTOR_PUBLIC_KEY: jwk(publicKey) })
  const { port } = await firstLine(child)
  origin = `http://127.0.0.1:${String(port)}`
  stop = async () => {
    child.kill('SIGTERM')
    return child.exitCode ?? (await once(child, 'exit'))
  }
})
afterAll(async () => {
  await stop()
  await database.drop()
})

describe('the process', () => {
  test('the seed fills an empty database, and changes nothing the second time', async () => {
    expect(await firstLine(run('seed/main.ts'))).toMatchObject({ seeded: 'identity', persons: 68 })
    expect(await firstLine(run('seed/main.ts'))).toEqual({ seeded: 'identity', persons: 0, relations: 0 })
  })

  test('F003 F026 the gateway asks who a subject is; to others the route does not exist', async () => {
    const amalie = { personId: AMALIE, trainee: true, grants: [], holdsUntil: null }
    const path = `/actors?subject=nobody&subject=${AMALIE}&subject=&subject=%00`
    expect(await ask('gateway', path)).toEqual({ status: 200, body: [null, amalie, null, null] })
    expect(await ask('gateway', '/actors')).toEqual({ status: 200, body: [] })
  })

  test.each(
    Object.entries(FOR_GATEWAY).map(([route, [method, search]]) => [method, `/${route}${search}`] as const),
  )('what the gateway alone is told exists for nobody else: %s %s', async (method, path) => {
    const nothing = await ask('gateway', '/nothing')
    expect(nothing.status).toBe(404)
    expect(await ask('person', path, method)).toEqual(nothing)
    expect(await ask('machine', path, method)).toEqual(nothing)
    expect((await fetch(origin + path, { method })).status).toBe(401)
  })

  test('F026 a gateway hears at once of a changed person and of an ended session, and of those that had ended', async () => {
    const [one, other] = ['o'.repeat(43), 'p'.repeat(43)]
    const until = Date.now() + 60_000
    await ask('gateway', `/ended-sessions?credential=${one}&until=${until}`, 'PUT')
    const lines = await follow()
    expect(await lines.take(2)).toEqual([{ kind: 'listening' }, { kind: 'session', credential: one, until }])
    await ask('gateway', `/ended-sessions?credential=${other}&until=${until}`, 'PUT')
    const admin = createPool({ url: database.adminUrl, schema: 'identity', max: 1 })
    await admin.query('UPDATE person SET active = active WHERE id = $1', [AMALIE])
    await admin.end()
    expect(await lines.take(2)).toEqual([
      { kind: 'session', credential: other, until },
      { kind: 'person', personId: AMALIE },
    ])
    expect(await lines.beat()).toEqual({ kind: 'beat' })
    lines.leave()
  })

  test('a follower is ended when what it is told by has gone, and may begin anew', async () => {
    const lines = await follow()
    const admin = createPool({ url: database.adminUrl, schema: 'public', max: 1 })
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'changes of actors'`,
    )
    await admin.end()
    expect(await lines.ended()).toBe(true)
    const again = await follow()
    expect((await again.take(1))[0]).toEqual({ kind: 'listening' })
    again.leave()
  })

  test.each([
    `credential=${'c'.repeat(43)}&until=x`,
    `credential=${'c'.repeat(43)}`,
    `credential=c&until=${Date.now() + 60_000}`,
    `credential=${'c'.repeat(20)}%00&until=${Date.now() + 60_000}`,
    `until=${Date.now() + 60_000}`,
  ])('an ended session that is none is refused: %s', async (search) => {
    expect(await ask('gateway', `/ended-sessions?${search}`, 'PUT')).toEqual({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    })
  })

  test('F003 answers the graph to who has an actor token', async () => {
    const body = JSON.stringify({ query: '{ viewer { profile { person { displayName } } } }' })
    const headers = { 'content-type': 'application/json', 'x-actor': await tokenOf('person', AMALIE) }
    const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body })
    expect(await response.json()).toEqual({
      data: { viewer: { profile: { person: { displayName: 'Amalie Nygård' } } } },
    })
    expect((await fetch(`${origin}/ready`)).status).toBe(200)
  })

  test('that may not migrate refuses a schema that lacks migrations, and says which', async () => {
    const empty = await createTestDatabase('identity')
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      env: { ...process.env, DATABASE_URL: empty.url, MIGRATION_DATABASE_URL: '', PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    await empty.drop()
    expect(code).toBe(1)
    expect(said).toMatch(/Error: the schema identity lacks \d+\w+(, \d+\w+)*: migrate first, as its owner/)
  })

  test('a replay publishes every person, relation and deputyship once', async () => {
    const [persons, leaders, mentors, supervisors, deputies] = [68, 33, 31, 34, 3]
    expect(await firstLine(run('replay.ts'))).toEqual({
      'identity.person': persons,
      'identity.relation': leaders + mentors + supervisors,
      'identity.deputyship': deputies,
    })
  })
})
