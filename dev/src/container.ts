/**
 * `node dev/src/container.ts SCRIPT`: what a container of docker-compose.yml runs. Adds the keys of the shared volume to
 * the environment, then runs the script in this process. In production the keys come from the platform's secret store.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadKeys, publicHalf } from './keys.ts'

const script = process.argv[2]
if (!script) throw new Error('usage: container.ts SCRIPT')

const keys = await loadKeys(process.env['KEYS_DIR'] ?? '/keys')
process.env['ACTOR_PUBLIC_KEY'] ??= JSON.stringify(publicHalf(keys.actor))
process.env['ACTOR_PRIVATE_KEY'] ??= JSON.stringify(keys.actor)
process.env['OIDC_CLIENT_KEY'] ??= JSON.stringify(keys.webClient)
await import(pathToFileURL(resolve(script)).href)
