import { spawn } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createTestDatabase, type TestDatabase } from '@kompetanse/database/testing'
import { importActorKey, signActorToken, type Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const AMALIE = '01980000-0010-7000-8000-00000000001c'

let database: TestDatabase
let origin: string
let tokenOf: (kind: Actor['kind'], personId?: string) => Promise<string>
let stop: () => Promise<unknown>

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
  tokenOf = (kind, personId = '') => signActorToken({ kind, personId, trainee: false, grants: [] }, key)
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
    const ask = async (kind: Actor['kind'], subject: string) => {
      const headers = { 'x-actor': await tokenOf(kind, kind === 'person' ? AMALIE : '') }
      const response = await fetch(`${origin}/actor?subject=${subject}`, { headers })
      return { status: response.status, body: (await response.json()) as unknown }
    }
    const unknown = { status: 404, body: { code: 'NOT_FOUND' } }
    const body = { personId: AMALIE, trainee: true, grants: [] }
    expect(await ask('gateway', AMALIE)).toEqual({ status: 200, body })
    expect(await ask('gateway', 'nobody')).toEqual(unknown)
    expect(await ask('gateway', '')).toEqual(unknown)
    expect(await ask('person', AMALIE)).toEqual(unknown)
    expect((await fetch(`${origin}/actor?subject=${AMALIE}`)).status).toBe(401)
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
      replayed: persons + leaders + mentors + supervisors + deputies,
    })
  })
})
