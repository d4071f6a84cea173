import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs a folder with a lockfile of its own, of what the product does not need, unless that has been done by this
 * lockfile. `what` is told, as it takes a while.
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
