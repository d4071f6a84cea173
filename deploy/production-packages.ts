import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly dev?: boolean
  readonly devOptional?: boolean
}

interface Packages {
  /** Folders, as `node_modules/pg`. */
  readonly production: readonly string[]
  /** Packages that only development needs, and unneeded ones: optional parts or peers that came with development. */
  readonly development: readonly string[]
}

/**
 * The packages that are installed in `root`, by its lockfile. `npm prune --omit=dev` would leave those that are both of
 * development and an optional peer of something: Prisma's command line with its studio and compiler, 200 MB.
 */
export function packagesOf(root: string): Packages {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(lockfile) as { packages: Readonly<Record<string, Locked>> }
  const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'))
  const isOfDevelopment = ({ dev, devOptional }: Locked) => dev === true || devOptional === true
  const pathsOf = (entries: typeof installed) => entries.map(([path]) => path)
  return {
    production: pathsOf(installed.filter(([, locked]) => !isOfDevelopment(locked))),
    development: pathsOf(installed.filter(([, locked]) => isOfDevelopment(locked))),
  }
}
