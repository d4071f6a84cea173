import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packagesOf } from '@kompetanse/deploy/production-packages'
import { ROOT } from '../root.ts'
import type { Stage } from './dockerfile.ts'

const PACKAGES = 'node_modules'

/** By links where that can be, since there is much of it. */
function copy(paths: readonly string[], to: string): void {
  const links = statSync(ROOT).dev === statSync(to).dev ? ['--link'] : []
  execFileSync('cp', [...links, '--archive', '--parents', ...paths, to], { cwd: ROOT, stdio: 'inherit' })
}

/** The packages of production: what lies in another goes with that, and is taken away again where it is of none. */
function copyPackages(to: string): void {
  const { production, development } = packagesOf(ROOT)
  const isWhole = (path: string) => path.indexOf(PACKAGES) === path.lastIndexOf(PACKAGES)
  // Those of other platforms are in the lockfile and are not installed.
  const installed = production.filter((path) => isWhole(path) && existsSync(join(ROOT, path)))
  copy(installed, to)
  execFileSync('rm', ['-rf', ...development], { cwd: to })
}

/** Writes what the Dockerfile puts into the image of a stage, of this checkout with its web built. */
export function writeImage({ copies }: Stage, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const { sources } of copies) {
    if (sources.includes(PACKAGES)) copyPackages(to)
    else copy(sources, to)
  }
}
