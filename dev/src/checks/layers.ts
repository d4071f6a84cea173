import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What each layer of a feature may import of the layers of its own and other features. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  persistence: ['domain', 'persistence'],
  'use-cases': ['domain', 'persistence', 'use-cases'],
  graphql: ['domain', 'persistence', 'use-cases', 'graphql'],
}

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

const layerOf = (path: string): string | undefined => path.split('/').find((part) => part in MAY)

/** Imports against the direction graphql → use-cases → domain, use-cases → persistence, by types too. */
export function againstTheLayers(root: string): string[] {
  const files = globSync('**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/generated/**', '**/testing/**', 'seed/**'],
  })
  return files.toSorted().flatMap((file) => {
    const from = layerOf(file)
    if (!from) return []
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(IMPORTED)].flatMap(([, path = '']) => {
      const imported = relative(root, join(root, dirname(file), path))
      const to = layerOf(imported)
      return to && !MAY[from]?.includes(to) ? [`${file} imports ${imported}`] : []
    })
  })
}
