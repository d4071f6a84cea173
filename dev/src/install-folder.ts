import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs a folder that has its own lockfile and is no part of the product, unless it was installed by this lockfile
 * before. Prints `what`, since it takes a while.
 */
export function installFolder(folder: string, what: string): void {
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'node_modules/.installed-by')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return
  process.stdout.write(`Installing ${what}, once.\n`)
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  })
  writeFileSync(installed, lockfile)
}
