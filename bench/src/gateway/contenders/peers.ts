import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OWN_ROOT } from './ours.ts'

/** Others' gateways, hundreds of megabytes that nothing but a comparison needs: a folder with a lockfile of its own. */
const FOLDER = join(OWN_ROOT, 'bench/peers')
const INSTALLED = join(FOLDER, 'node_modules/.installed-by')

const lockfile = () => readFileSync(join(FOLDER, 'package-lock.json'), 'utf8')

/** Installs them when that has not been done by this lockfile. */
export function installPeers(): void {
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lockfile()) return
  console.log(
    'Installing the gateways that ours is compared with, into bench/peers: this takes minutes, once.',
  )
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
  })
  writeFileSync(INSTALLED, lockfile())
}

/** A file of one of them. */
export const peerFile = (path: string): string => join(FOLDER, 'node_modules', path)
