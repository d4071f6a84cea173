import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Manifest {
  readonly name?: string
  readonly exports?: Readonly<Record<string, string>>
}

/** The file below the root that an import by a package's name leads to; undefined for packages from elsewhere. */
export function packagesIn(root: string): (path: string) => string | undefined {
  const folders = globSync('{*,*/*,*/*/*}/package.json', { cwd: root, exclude: ['**/node_modules/**'] })
  const doors = folders.flatMap((file) => {
    const { name = '', exports = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest
    return Object.entries(exports).map(([door, target]) => ({
      name: join(name, door),
      target: join(dirname(file), target),
    }))
  })
  return (path) => {
    for (const { name, target } of doors) {
      const [before = '', after] = name.split('*')
      if (after === undefined ? path === name : path.startsWith(before))
        return target.replace('*', path.slice(before.length))
    }
    return undefined
  }
}
