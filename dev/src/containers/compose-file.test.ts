import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { ROOT } from '../root.ts'
import { parseComposeFile } from './compose-file.ts'

const written = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')

/** docker-compose.yml with more in it. */
function withMore(more: readonly (readonly [path: readonly string[], value: unknown])[]): string {
  const document = parseDocument(written, { merge: true })
  for (const [path, value] of more) document.setIn(path, document.createNode(value))
  return String(document)
}
const mail = (key: string, value: unknown) => [['services', 'mail', key], value] as const
const mounting = (mount: unknown) => [mail('volumes', [mount])]

test('what is written is read, with one more of what is known', () => {
  const { mail: read } = parseComposeFile(withMore(mounting('files:/x:ro')))
  expect(read).toEqual({ image: 'axllent/mailpit', ports: ['127.0.0.1:8025:8025'], volumes: ['files:/x:ro'] })
})

test.each([
  ['volumes_from', [mail('volumes_from', ['secrets'])]],
  ['env_file', [mail('env_file', ['.keys/keys.json'])]],
  ['secrets', [mail('secrets', ['actor'])]],
  ['configs', [mail('configs', ['actor'])]],
  ['privileged', [mail('privileged', true), mail('pid', 'host')]],
  ['pid', [mail('pid', 'host')]],
  ['extends', [mail('extends', { service: 'secrets' })]],
  ['develop', [mail('develop', { watch: [{ path: '.', action: 'sync', target: '/x' }] })]],
  ['network_mode', [mail('network_mode', 'host')]],
  ['network_mode', [mail('network_mode', 'service:gateway-1')]],
  ['build', [mail('build', { context: '.', secrets: ['actor'] })]],
  ['environment', [mail('environment', { ACTOR_PRIVATE_KEY: null })]],
  ['environment', [mail('environment', ['ACTOR_PRIVATE_KEY'])]],
  ['$', [mail('environment', { WHO: '${ACTOR_PRIVATE_KEY}' })]],
  ['secrets', [[['secrets', 'actor'], { file: '.keys/keys.json' }]]],
  ['configs', [[['configs', 'actor'], { file: '.keys/keys.json' }]]],
  ['include', [[['include'], ['other.yml']]]],
  ['networks', [[['networks', 'default'], { external: true }]]],
  ['innocent', [[['volumes', 'innocent'], { name: 'kompetanse_secrets-gateway' }]]],
  ['innocent', [[['volumes', 'innocent'], { driver_opts: { type: 'none', o: 'bind', device: '/' } }]]],
  ['keys', [[['volumes', 'keys'], { external: true }]]],
  ['innocent', mounting('innocent:/x')],
  ['/var/lib/docker/volumes', mounting('/var/lib/docker/volumes:/x:ro')],
  ['./.data', mounting('./.data:/x:ro')],
  ['./deploy/Caddyfile', mounting('./deploy/Caddyfile:/x')],
  ['a mount is called', mounting('/x')],
  ['a mount is called', mounting('files:/x:ro,z')],
  ['volumes', mounting({ type: 'bind', source: '/', target: '/x' })],
] as const)('what nobody looks at is refused: %s, %j', (named, more) => {
  expect(() => parseComposeFile(withMore(more))).toThrow(named)
})

test('there is no other file that Compose would read with it, or before it', () => {
  expect(readdirSync(ROOT).filter((file) => /compose.*\.ya?ml$/i.test(file))).toEqual(['docker-compose.yml'])
})
