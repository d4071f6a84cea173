import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownerOf, roleOf } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { describe, expect, test } from 'vitest'
import { ROOT } from './root.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const compose = read('docker-compose.yml')

/** The lines of docker-compose.yml below `name:`, at whatever depth that stands. */
function under(name: string): string {
  const [, indent = '', block = ''] =
    compose.match(new RegExp(`^( *)${name}:.*\\n((?:\\1 .*\\n)+)`, 'm')) ?? []
  return indent + block
}

describe.each(listSubgraphs())('the containers of $name', ({ name, seedAfter }) => {
  test('are two, which migrate as the owner of the tables and serve as somebody else', () => {
    for (const replica of [1, 2]) expect(compose).toContain(`\n  ${name}-${replica}: *${name}\n`)
    expect(under(`x-${name}`)).toContain(`command: subgraphs/${name}/src/main.ts\n`)
    expect(under(`x-${name}`)).toContain(` DATABASE_URL: postgresql://${roleOf(name)}:`)
    expect(under(`x-${name}`)).toContain(` MIGRATION_DATABASE_URL: postgresql://${ownerOf(name)}:`)
  })

  test('are known to both gateways', () => {
    const [one, two] = [1, 2].map((replica) => `http://${name}-${replica}:4001/graphql`)
    expect(under('x-gateway')).toContain(`"${name}":"${one},${two}"`)
  })

  test.runIf(existsSync(join(ROOT, 'subgraphs', name, 'src/seed/main.ts')))(
    'are seeded after those that the seed builds on',
    () => {
      expect(under(`seed-${name}`)).toContain(`command: subgraphs/${name}/src/seed/main.ts\n`)
      for (const other of seedAfter)
        expect(under(`seed-${name}`)).toContain(
          `seed-${other}: { condition: service_completed_successfully }`,
        )
    },
  )

  test('listen before anything is published: what came before would be lost on them', () => {
    expect(under('seed-identity')).toContain(` ${name}-1: { condition: service_healthy }`)
  })
})

test('the gateways take proofs for the address by which the web reaches them, and nothing without', () => {
  const [, address = '?'] = / GATEWAY_URL: (\S+)/.exec(compose) ?? []
  const [, taken = ''] = / PUBLIC_URLS: (\S+)/.exec(under('x-gateway')) ?? []
  expect(taken.split(',')).toContain(address)
  expect(under('x-gateway')).toContain(" REQUIRE_DPOP: 'true'")
})

test('the proxy knows every gateway', () => {
  const gateways = compose.match(/^ {2}gateway-\d+(?=:)/gm)?.map((name) => `${name.trim()}:4000`) ?? []
  expect(gateways).toHaveLength(2)
  expect(read('deploy/Caddyfile')).toContain(`reverse_proxy ${gateways.join(' ')} {`)
})
