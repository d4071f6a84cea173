import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { isProduction } from '@kompetanse/schema/process/production'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { migrationOf } from '../secrets.ts'
import { readServices, type Service } from './compose.ts'
import { readStages } from './dockerfile.ts'
import { PRODUCTION } from './play.ts'

const services = readServices()
const ours = services.filter(({ stage }) => stage !== null)
const stages = readStages()

function service(name: string): Service {
  const found = services.find((each) => each.name === name)
  if (!found) throw new Error(`docker-compose.yml has no ${name}`)
  return found
}
const waitsFor = (name: string) => service(name).dependencies
const done = (on: string) => ({ on, condition: 'service_completed_successfully' })

describe.each(listSubgraphs())('the containers of $name', ({ name, seedAfter }) => {
  test('are two, which serve when its step has migrated and the database was provisioned', () => {
    for (const replica of [1, 2]) {
      expect(service(`${name}-${replica}`).command).toEqual([`subgraphs/${name}/src/main.ts`])
      expect(waitsFor(`${name}-${replica}`)).toEqual([done(migrationOf(name))])
    }
    const step = service(migrationOf(name))
    expect(step.command).toEqual(['subgraphs/shared/database/src/migrate-command.ts', name])
    expect([step.isStep, step.dependencies]).toEqual([true, [done('provision')]])
  })

  test('are known to both gateways', () => {
    for (const gateway of ['gateway-1', 'gateway-2']) {
      const urls = JSON.parse(service(gateway).environment['SUBGRAPH_URLS'] ?? '{}') as Record<string, string>
      expect(urls[name]).toBe([1, 2].map((replica) => `http://${name}-${replica}:4001/graphql`).join())
    }
  })

  test.runIf(existsSync(join(ROOT, 'subgraphs', name, 'src/seed/main.ts')))(
    'are seeded after those that the seed builds on',
    () => {
      expect(service(`seed-${name}`).command).toEqual([`subgraphs/${name}/src/seed/main.ts`])
      for (const other of seedAfter) expect(waitsFor(`seed-${name}`)).toContainEqual(done(`seed-${other}`))
    },
  )

  test('listen before anything is published: what came before would be lost on them', () => {
    expect(waitsFor('seed-identity')).toContainEqual({ on: `${name}-1`, condition: 'service_healthy' })
  })
})

test('the gateways take proofs for the address by which the web reaches them, and nothing without', () => {
  for (const gateway of ['gateway-1', 'gateway-2']) {
    const { PUBLIC_URLS = '', REQUIRE_DPOP } = service(gateway).environment
    expect(PUBLIC_URLS.split(',')).toContain(service('web').environment['GATEWAY_URL'])
    expect(REQUIRE_DPOP).toBe('true')
  }
})

test('the proxy leads to every gateway', () => {
  const gateways = services.map(({ name }) => name).filter((name) => /^gateway-\d+$/.test(name))
  expect(gateways).toHaveLength(2)
  const proxied = gateways.map((name) => `${name}:4000`).join(' ')
  expect(readFileSync(join(ROOT, 'deploy/Caddyfile'), 'utf8')).toContain(`reverse_proxy ${proxied} {`)
})

test.each(ours)('$name runs in production, and not as root', ({ name, stage, environment }) => {
  const image = stages.get(stage ?? '')
  expect(isProduction({ ...image?.environment, ...environment })).toBe(true)
  expect([name, image?.user]).toEqual([name, 'node'])
})

describe('the image of production', () => {
  test('is that of every container but those that stand for others', () => {
    const others = ours.filter(({ stage }) => stage !== PRODUCTION).map(({ name }) => name)
    expect(others.toSorted()).toEqual(['identity-provider', 'secrets'])
    expect(service('gateway-1').stage).toBe(PRODUCTION)
  })

  test('holds neither tests nor the tools of development, and begins outside of them', () => {
    const { copies = [], entrypoint } = stages.get(PRODUCTION) ?? {}
    const held = copies.flatMap(({ sources }) => sources)
    expect(held.filter((path) => /^(dev|bench|docs)\b/.test(path))).toEqual([])
    expect(entrypoint).toEqual(['node', 'deploy/run.ts'])
    expect(copies.map(({ from }) => from)).toEqual(copies.map(() => 'pruned'))
    expect(readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')).toContain('**/*.test.ts')
  })

  test('holds what each command of a container begins with', () => {
    const held = (stages.get(PRODUCTION)?.copies ?? []).flatMap(({ sources }) => sources)
    const commands = ours.filter(({ stage }) => stage === PRODUCTION).map(({ command }) => command[0] ?? '')
    expect(commands.filter((path) => !held.some((each) => path.startsWith(each)))).toEqual([])
  })
})

test('whatever runs an image of this repository says of which stage it is', () => {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')
  const built = [...text.matchAll(/build: \{ context: \., target: (\w+) \}\n {2}image: (\S+)/g)]
  expect(built.map(([, stage, image]) => [stage, image])).toEqual([
    [PRODUCTION, 'kompetanseportalen'],
    ['demonstration', 'kompetanseportalen-demonstration'],
  ])
  expect(text.match(/image: kompetanseportalen\S*/g)).toHaveLength(built.length)
})

test('what is published is published on this machine alone', () => {
  const published = services.flatMap(({ name, ports }) => ports.map((port) => [name, port] as const))
  expect(published.map(([name]) => name)).toContain('proxy')
  for (const [name, port] of published) expect(port, name).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
})
