import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { newProofKey } from './proof-key.ts'
import { createSeal } from './seal.ts'
import { openSessions, type Sessions, type Tokens } from './sessions.ts'

const database = `test_web_${randomUUID().replaceAll('-', '')}`
const address = () => {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  url.pathname = `/${database}`
  return url.href
}
const query = async (url: string, statement: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(statement).finally(() => client.end())
}

const proofKey = await newProofKey()
const tokens = (accessToken: string, accessExpiresAt = Date.now() + 60_000): Tokens => ({
  accessToken,
  refreshToken: 'once',
  idToken: undefined,
  proofKey,
  accessExpiresAt,
})
const isFresh = (one: Tokens) => one.accessExpiresAt > Date.now()
const seal = createSeal('a secret', 'sessions')
const log = createLog('silent')
let sessions: Sessions

beforeAll(async () => {
  await query(process.env['TEST_DATABASE_URL'] ?? '', `create database ${database}`)
  await query(address(), 'create schema web')
  const open = () => openSessions(address(), seal, 1, log)
  const both = await Promise.all([open(), open()])
  sessions = both[0]
  await both[1].close()
})
afterAll(async () => {
  await sessions.close()
  await query(process.env['TEST_DATABASE_URL'] ?? '', `drop database ${database} with (force)`)
})

describe('sessions', () => {
  it('keeps neither the id nor the tokens nor their key in clear', async () => {
    const id = await sessions.start(tokens('secret-token'))
    const { rows } = await query(address(), 'select id_hash, sealed_tokens from web.session')
    const stored = rows.map((row: Record<string, Buffer>) =>
      Object.values(row).map((value) => value.toString('latin1')),
    )
    expect(JSON.stringify(stored)).not.toContain('secret-token')
    expect(JSON.stringify(stored)).not.toContain(id)
    expect(JSON.stringify(stored)).not.toContain(proofKey.d)
  })

  it('gives tokens and key to every web server', async () => {
    const id = await sessions.start(tokens('shared'))
    const other = await openSessions(address(), createSeal('a secret', 'sessions'), 1, log)
    expect(await other.tokens(id)).toMatchObject({ accessToken: 'shared', proofKey })
    await other.close()
  })

  it('finds no session by an id that it did not give', async () => {
    expect(await sessions.tokens('x')).toBeUndefined()
  })

  it('tells how long a session lasts, and lets it last as long as a new one', async () => {
    const id = await sessions.start(tokens('lasting'))
    const age = "update web.session set expires_at = now() + interval '90 seconds'"
    await query(address(), age)
    expect(await sessions.secondsLeft(id)).toBeLessThanOrEqual(90)
    expect(await sessions.prolong(id)).toBeGreaterThan(3500)
    expect(await sessions.secondsLeft(id)).toBeGreaterThan(3500)
  })

  it('does not wake a session that has ended', async () => {
    const id = await sessions.start(tokens('ended'))
    await query(address(), "update web.session set expires_at = now() - interval '1 second'")
    expect(await sessions.secondsLeft(id)).toBeUndefined()
    expect(await sessions.prolong(id)).toBeUndefined()
    expect(await sessions.tokens(id)).toBeUndefined()
  })

  it('renews once when many ask at the same time: a refresh token can be used once', async () => {
    const id = await sessions.start(tokens('old', Date.now() - 1))
    let renewals = 0
    const renew = async () => {
      renewals += 1
      return Promise.resolve(tokens('new'))
    }
    const answers = await Promise.all(Array.from({ length: 8 }, () => sessions.renew(id, isFresh, renew)))
    expect(renewals).toBe(1)
    expect(answers.map((one) => one?.accessToken)).toEqual(Array.from({ length: 8 }, () => 'new'))
  })

  it('survives, and so does the server, when the database ends the connection during a request to the provider', async () => {
    const id = await sessions.start(tokens('old', Date.now() - 1))
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = '${database}' and state = 'idle in transaction'`
    const renew = async () => {
      await query(address(), cut)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return tokens('never stored')
    }
    await expect(sessions.renew(id, isFresh, renew)).rejects.toThrow()
    expect(await sessions.tokens(id)).toMatchObject({ accessToken: 'old' })
  })

  it('ends when the identity provider no longer renews', async () => {
    const id = await sessions.start(tokens('old', Date.now() - 1))
    expect(await sessions.renew(id, isFresh, () => Promise.resolve(undefined))).toBeUndefined()
    expect(await sessions.tokens(id)).toBeUndefined()
  })

  it('is over after signing out, and hands back what signing out at the provider needs', async () => {
    const id = await sessions.start({ ...tokens('a'), idToken: 'hint' })
    expect(await sessions.end(id)).toMatchObject({ idToken: 'hint' })
    expect(await sessions.tokens(id)).toBeUndefined()
  })
})
