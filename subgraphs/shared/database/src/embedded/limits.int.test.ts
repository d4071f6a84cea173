import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { databaseUrl } from './provision.ts'
import { loginRoles } from './roles.ts'
import { withClient } from './with-client.ts'

const NAMES = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'transaction_timeout',
]
const MIGRATING = ['0', '0', '10s', '10min']
const SERVING = ['15s', '10s', '10s', '1min']
const WEB = ['10s', '10s', '10s', '20s']

let own: TestDatabase
beforeAll(async () => {
  own = await createTestDatabase('progress')
})
afterAll(() => own.drop())

const settings = (url: string) =>
  withClient(url, async (client) => {
    const asked = NAMES.map((name) => `current_setting('${name}') AS ${name}`)
    const { rows } = await client.query<Record<string, string>>(`SELECT ${asked.join(', ')}`)
    return NAMES.map((name) => rows[0]?.[name])
  })

describe('how long a role may keep the database', () => {
  it.each(loginRoles().map(({ role }) => role))('%s is held to its limits when it logs in', async (role) => {
    const expected = role === 'web' ? WEB : role.endsWith('_owner') ? MIGRATING : SERVING
    expect(await settings(databaseUrl(own.adminUrl, { user: role }))).toEqual(expected)
  })

  it('a superuser’s forgotten transaction ends within a minute in the portal’s database', async () => {
    const portal = databaseUrl(own.adminUrl, { database: 'kompetanse' })
    expect(await settings(portal)).toEqual(['0', '0', '1min', '0'])
  })
})
