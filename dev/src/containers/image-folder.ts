import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { packagesOf } from '@kompetanse/deploy/production-packages'
import { ROOT } from '../root.ts'
import type { Stage } from './dockerfile.ts'

const PACKAGES = 'node_modules'

/** By links where that can be: a gigabyte is not copied for a test. */
function copy(paths: readonly string[], to: string): void {
  const args = ['--archive', '--parents', ...paths, to]
  try {
    execFileSync('cp', ['--link', ...args], { cwd: ROOT, stdio: 'pipe' })
  } catch {
    execFileSync('cp', args, { cwd: ROOT })
  }
}

/** The packages of production: what lies in another goes with that, and is taken away again where it is of none. */
function copyPackages(to: string): void {
  const { production, development } = packagesOf(ROOT)
  copy(
    production.filter((path) => path.indexOf(PACKAGES) === path.lastIndexOf(PACKAGES)),
    to,
  )
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
