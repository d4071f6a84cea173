/**
 * `node deploy/run.ts SCRIPT [ARGUMENT…]`: what a container of docker-compose.yml runs. Each file of
 * SECRETS_DIR becomes a variable of the environment, named as the file; then the script runs in this process. So a
 * secret is neither in the image nor in docker-compose.yml, and a container has only those that are mounted into it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [node = '', , script, ...rest] = process.argv
if (!script) throw new Error('usage: run.ts SCRIPT [ARGUMENT…]')

const folder = process.env['SECRETS_DIR'] ?? '/run/secrets'
for (const name of existsSync(folder) ? readdirSync(folder) : [])
  process.env[name] ??= readFileSync(join(folder, name), 'utf8')

process.argv = [node, resolve(script), ...rest]
await import(pathToFileURL(resolve(script)).href)
