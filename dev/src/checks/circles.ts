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

export interface Apart {
  /** Folders are told apart by so many steps of their paths: 1 for those directly in the root, with all in them. */
  readonly depth?: number
  /** Whether each file directly in the root is by itself, and not of one folder '.'. */
  readonly rootFiles?: boolean
}

const folderOf = (file: string, { depth = Infinity, rootFiles = false }: Apart): string =>
  rootFiles && dirname(file) === '.' ? file : dirname(file).split(sep).slice(0, depth).join('/')

/** What the files of a folder import of each other across folders, tests left out; types count. */
function importsIn(root: string, apart: Apart): Import[] {
  const files = globSync('**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/generated/**', '**/testing/**', 'seed/**'],
  })
  return files.toSorted().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(IMPORTED)].flatMap(([, path = '']): Import[] => {
      const imported = relative(root, join(root, dirname(file), path))
      const [from, to] = [folderOf(file, apart), folderOf(imported, apart)]
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

/** The circles between the folders of a root, each as the imports that make it. */
export function circles(root: string, apart: Apart = {}): string[] {
  const imports = importsIn(root, apart)
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
