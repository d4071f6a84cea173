/**
 * `write-secrets.ts FOLDER`: the first container. Makes what is secret, once, and writes what is meant for each kind of
 * container into a folder of its own, FOLDER/<kind>. In production the platform's secret store does this.
 * env: KEYS_DIR.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKeys } from '../keys.ts'
import { containerSecrets } from './container-secrets.ts'

const folder = process.argv[2]
const keysDir = process.env['KEYS_DIR']
if (!folder || !keysDir) throw new Error('usage, with KEYS_DIR: write-secrets.ts FOLDER')

for (const [kind, secrets] of Object.entries(containerSecrets(await loadKeys(keysDir)))) {
  mkdirSync(join(folder, kind), { recursive: true })
  for (const [name, value] of Object.entries(secrets)) {
    const file = join(folder, kind, name)
    rmSync(file, { force: true })
    // Readable for every user of a container; other containers do not mount the folder.
    writeFileSync(file, value, { mode: 0o444 })
  }
}
