import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { postgresUser, type Binaries } from './binaries.ts'

/**
 * Where the data of `wanted` really lives: there, unless PostgreSQL's user cannot reach it (a closed home folder);
 * then below /var/tmp under a name made from the path, so that the next start finds it again.
 */
export function reachableDataDir(wanted: string): string {
  const absolute = resolve(wanted)
  mkdirSync(absolute, { recursive: true })
  if (postgresUser.uid === undefined) return absolute
  chownSync(absolute, postgresUser.uid, postgresUser.gid ?? postgresUser.uid)
  try {
    execFileSync('test', ['-w', absolute], { ...postgresUser, cwd: '/' })
    return absolute
  } catch {
    const name = createHash('sha256').update(absolute).digest('hex').slice(0, 16)
    const elsewhere = join('/var/tmp', `kompetanse-postgres-${name}`)
    mkdirSync(elsewhere, { recursive: true })
    chownSync(elsewhere, postgresUser.uid, postgresUser.gid ?? postgresUser.uid)
    return elsewhere
  }
}

/** The same on every machine; with C alone, Æ, Ø and Å have no case, and a search for one misses the other. */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/**
 * Makes an empty cluster in `dataDir` unless there is one. Only this machine is listened to, so all who reach it are
 * trusted, unless the superuser has a password: then everybody needs one.
 */
export function initialise(
  dataDir: string,
  { initdb }: Binaries,
  { durable, password }: { readonly durable: boolean; readonly password?: string },
): void {
  chmodSync(dataDir, 0o700)
  if (existsSync(join(dataDir, 'PG_VERSION'))) return
  const options = ['-D', dataDir, '-U', 'postgres', '--encoding=UTF8', ...LOCALE]
  if (!durable) options.push('--no-sync')
  const file = `${dataDir}.password`
  if (password) writeFileSync(file, password, { mode: 0o600 })
  if (password && postgresUser.uid !== undefined) chownSync(file, postgresUser.uid, postgresUser.uid)
  const authentication = password ? ['-A', 'scram-sha-256', '--pwfile', file] : ['-A', 'trust']
  try {
    execFileSync(initdb, [...options, ...authentication], {
      ...postgresUser,
      cwd: dataDir,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } finally {
    rmSync(file, { force: true })
  }
}
