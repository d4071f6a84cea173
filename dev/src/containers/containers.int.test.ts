import { createPool } from '@kompetanse/database'
import { DATABASE, databaseUrl, loginRoles, ownerOf, roleOf } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDemoPersons } from '../demo-persons.ts'
import { ROOT } from '../root.ts'
import { migrationOf } from '../secrets.ts'
import { playContainers, type Containers } from './play.ts'
import { createVisitor } from './visitor.ts'

const PORTAL = 'http://kompetanse.localhost:8080/'
const LEADER = 'Ingrid Solheim'

let containers: Containers
beforeAll(async () => {
  containers = await playContainers()
}, 280_000)
afterAll(() => containers?.stop())

const secret = (service: string, variable: string) => containers.read(service, `/run/secrets/${variable}`)
/** As the containers find it, by the address at which it is played. */
const here = (url: string) => url.replace('@postgres/', `@${containers.addressOf('postgres')}/`)

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const pool = createPool({ url: here(url), schema: 'public', max: 1 })
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows
  } finally {
    await pool.end()
  }
}

/** Addresses of their own on the loopback interface are a thing of Linux. */
describe.runIf(process.platform === 'linux')('docker-compose.yml, played by processes', () => {
  test('B02 brings a person through the login to a page that four subgraphs have a part in', async () => {
    const visitor = createVisitor(containers.addressOf('proxy'))
    const login = await visitor.open(PORTAL)
    expect(login.url.host).toBe('login.kompetanse.localhost:8080')
    const person = readDemoPersons(ROOT).find(({ displayName }) => displayName === LEADER)?.id ?? ''
    const page = await visitor.submit(login.url, { person })
    expect([page.status, page.url.href]).toEqual([200, PORTAL])
    expect(page.body).toContain(LEADER)
  })

  test('the database is served from by roles that own no table, and by nobody else', async () => {
    const rows = await query(
      await secret('provision', 'DATABASE_URL'),
      `SELECT DISTINCT usename FROM pg_stat_activity
       WHERE datname = '${DATABASE}' AND backend_type = 'client backend' ORDER BY 1`,
    )
    const serving = [...listSubgraphs().map(({ name }) => roleOf(name)), 'web']
    expect(rows.map(({ usename }) => usename)).toEqual(serving.toSorted())
  })

  test('nobody gets into the database without a password, or with that of somebody else', async () => {
    const own = await secret('progress-1', 'DATABASE_URL')
    for (const { role } of loginRoles()) {
      const [none, others] = ['', new URL(own).password].map((password) =>
        databaseUrl(own, { user: role, password }),
      )
      await expect(query(none ?? '', 'SELECT 1'), role).rejects.toThrow(/password/)
      const answer = query(others ?? '', 'SELECT 1')
      if (role === 'progress') await expect(answer, role).resolves.toHaveLength(1)
      else await expect(answer, role).rejects.toThrow('password authentication failed')
    }
  })

  test.each(listSubgraphs())(
    'what serves $name can neither migrate nor sign who is asking',
    async ({ name }) => {
      for (const variable of ['MIGRATION_DATABASE_URL', 'ACTOR_PRIVATE_KEY'])
        await expect(secret(`${name}-1`, variable)).rejects.toThrow('ENOENT')
      expect(await secret(migrationOf(name), 'MIGRATION_DATABASE_URL')).toContain(`//${ownerOf(name)}:`)
      const serving = await secret(`${name}-1`, 'DATABASE_URL')
      await expect(query(serving, `CREATE TABLE ${roleOf(name)}.other (n int)`)).rejects.toThrow(
        'permission denied',
      )
    },
  )

  test('the gateways show no page to try operations on', async () => {
    for (const gateway of ['gateway-1', 'gateway-2']) {
      const url = `http://${containers.addressOf(gateway)}:4000/graphql`
      const { status } = await fetch(url, { headers: { accept: 'text/html' } })
      expect([gateway, status]).toEqual([gateway, 401])
    }
  })
})
