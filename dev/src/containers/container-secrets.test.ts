import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loginRoles, ownerOf, roleOf } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadKeys, passwordOf, type Keys } from '../keys.ts'
import { ROOT } from '../root.ts'
import { migrationOf } from '../secrets.ts'
import { readServices, type Service } from './compose.ts'
import { containerSecrets } from './container-secrets.ts'
import { readStages } from './dockerfile.ts'

const services = readServices()
const stages = readStages()
const subgraphs = listSubgraphs().map(({ name }) => name)

/** The container that creates all secrets: runs once, without a network. */
const MAKER = 'secrets'

/**
 * The containers that may hold a secret, beside the maker. Each is named, so that a new one has to be added on purpose.
 */
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  provider: ['identity-provider'],
  cookieSecret: ['identity-provider'],
  webClient: ['web'],
  actor: ['gateway-1', 'gateway-2'],
  databaseSecret: [],
  'password of postgres': ['postgres', 'provision'],
  'password of web': ['web', 'provision'],
  ...Object.fromEntries(
    subgraphs.flatMap((name) => [
      [`password of ${roleOf(name)}`, [`${name}-1`, `${name}-2`, `seed-${name}`, 'provision']],
      [`password of ${ownerOf(name)}`, [migrationOf(name), 'provision']],
    ]),
  ),
}

let folder: string
let keys: Keys
/** By its name what is secret, as text that occurs nowhere else. */
let secrets: ReadonlyMap<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  const script = join(ROOT, 'dev/src/containers/write-secrets.ts')
  execFileSync(process.execPath, [script, join(folder, 'secrets')], {
    env: { ...process.env, KEYS_DIR: join(folder, 'keys') },
  })
  keys = await loadKeys(join(folder, 'keys'))
  const made = Object.entries(keys).map(([name, value]: [string, string | { d?: string }]) => [
    name,
    typeof value === 'string' ? value : (value.d ?? ''),
  ])
  const passwords = ['postgres', ...loginRoles().map(({ role }) => role)].map((role) => [
    `password of ${role}`,
    passwordOf(keys, role),
  ])
  secrets = new Map([...made, ...passwords] as [string, string][])
})
afterAll(() => rmSync(folder, { recursive: true }))

/** By volume, what the maker finds and puts there. */
const put = new Map(
  services
    .filter(({ name }) => name === MAKER)
    .flatMap(({ mounts }) => mounts.map(({ source, path }) => [source, path] as const)),
)

/** The text of every file of what is mounted: a volume that the maker has, or a file of the repository. */
function contentsOf(source: string): string {
  if (source.startsWith('.')) return readFileSync(join(ROOT, source), 'utf8')
  const path = put.get(source)
  if (path === undefined) return ''
  const at = join(folder, path)
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' }).map((file) => join(at, file))
  return files
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

/** All that a container can read without a request: `compose-file.ts` allows nothing else that leads to a file. */
const reachable = ({ stage, environment, command, healthcheck, mounts }: Service): string =>
  [
    ...Object.values({ ...stages.get(stage ?? '')?.environment, ...environment }),
    ...command,
    ...(healthcheck ?? []),
    ...mounts.map(({ source }) => contentsOf(source)),
  ].join('\n')

const holdersOf = (secret: string) =>
  services
    .filter((service) => service.name !== MAKER && reachable(service).includes(secret))
    .map(({ name }) => name)

describe('what is secret in the containers', () => {
  test('is all that was made, and a password for every role of the database', () => {
    expect([...secrets.keys()].toSorted()).toEqual(Object.keys(MAY_HOLD).toSorted())
    expect(new Set(secrets.values()).size).toBe(secrets.size)
    for (const [name, secret] of secrets) expect(secret.length, name).toBeGreaterThan(40)
  })

  test.each(Object.entries(MAY_HOLD))('%s is held by those who need it alone: %j', (name, holders) => {
    expect(holdersOf(secrets.get(name) ?? 'none').toSorted()).toEqual([...holders].toSorted())
  })

  test('is put by the maker where it is meant for: the volume of each kind is called as the kind', () => {
    const { command, mounts = [] } = services.find(({ name }) => name === MAKER) ?? {}
    const kinds = Object.keys(containerSecrets(keys)).map((kind) => `secrets-${kind}:/secrets/${kind}`)
    expect(mounts.map(({ source, path }) => `${source}:${path}`).toSorted()).toEqual(
      ['keys:/keys', ...kinds].toSorted(),
    )
    expect(command).toEqual(['dev/src/containers/write-secrets.ts', '/secrets'])
  })

  test('is written into no file of the repository', () => {
    const files = ['docker-compose.yml', 'Dockerfile', 'deploy/Caddyfile']
    for (const file of files) expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/:\/\/\w+:[^@/\s]+@/)
    const variables = services.flatMap(({ environment }) => Object.entries(environment))
    for (const [variable, value] of variables)
      if (/PASSWORD|SECRET|_KEY/.test(variable))
        expect([variable, value]).toEqual([variable, '/run/secrets/POSTGRES_PASSWORD'])
  })

  test('cannot be changed where it is read', () => {
    const mounts = services.filter(({ name }) => name !== MAKER).flatMap((service) => service.mounts)
    const secret = mounts.filter(({ source }) => source.startsWith('secrets-'))
    expect(secret.filter(({ path, readOnly }) => path !== '/run/secrets' || !readOnly)).toEqual([])
    expect(secret.length).toBeGreaterThan(subgraphs.length)
  })

  test('is mounted where it is meant for: each container one folder, called as what it is', () => {
    const found = services
      .filter(
        ({ name, mounts }) => name !== MAKER && mounts.some(({ source }) => source.startsWith('secrets-')),
      )
      .map(({ name, mounts }) => [
        name,
        mounts.map(({ source }) => source).filter((source) => source.startsWith('secrets-')),
      ])
    expect(found).toEqual(
      found.map(([name]) => [name, [`secrets-${String(name).replace(/^seed-|-\d+$/g, '')}`]]),
    )
  })

  test('is made before anybody reads it, in a container that talks to nobody', () => {
    const compose = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')
    expect(/^ {2}secrets:\n(?: {4}.*\n)+/m.exec(compose)?.[0]).toContain('    network_mode: none\n')
    const isAfter = (name: string): boolean =>
      name === MAKER ||
      (services.find((service) => service.name === name)?.dependencies ?? []).some(({ on }) => isAfter(on))
    for (const { name, mounts } of services)
      if (mounts.some(({ path }) => path === '/run/secrets'))
        expect([name, isAfter(name)]).toEqual([name, true])
  })
})
