import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** An import between folders. */
interface Import {
  readonly from: string
  readonly to: string
  /** `a/file.ts imports b/other.ts`. */
  readonly text: string
}

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

/** Files directly in the root are of the folder '.'. */
const folderOf = (file: string, depth: number): string => dirname(file).split(sep).slice(0, depth).join('/')

/** What the files of a folder import of each other across folders, tests left out; types count. */
function importsIn(root: string, depth: number): Import[] {
  const files = globSync('**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/generated/**', '**/testing/**'],
  })
  return files.toSorted().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(IMPORTED)].flatMap(([, path = '']): Import[] => {
      const imported = relative(root, join(root, dirname(file), path))
      const [from, to] = [folderOf(file, depth), folderOf(imported, depth)]
      if (imported.startsWith('..') || from === to) return []
      return [{ from, to, text: `${file} imports ${imported}` }]
    })
  })
}

/** The shortest way by imports from one folder to another; undefined when there is none. */
function wayTo(goal: string, start: Import, imports: readonly Import[]): Import[] | undefined {
  const ways = [[start]]
  const seen = new Set([start.to])
  for (const way of ways) {
    const at = way.at(-1)?.to
    if (at === goal) return way
    for (const next of imports)
      if (next.from === at && !seen.has(next.to)) {
        seen.add(next.to)
        ways.push([...way, next])
      }
  }
  return undefined
}

/**
 * The circles between the folders of a root, each as the imports that make it. Folders are told apart by so many steps
 * of their paths: 1 for those directly in the root, with all that is in them.
 */
export function circles(root: string, depth = Infinity): string[] {
  const imports = importsIn(root, depth)
  const found = new Map<string, string>()
  for (const each of imports) {
    const way = wayTo(each.from, each, imports)
    if (!way) continue
    const folders = way
      .map(({ from }) => from)
      .toSorted()
      .join(' ')
    if (!found.has(folders)) found.set(folders, way.map(({ text }) => text).join(', '))
  }
  return [...found.values()]
}
