import { dirname, sep } from 'node:path'
import { importsIn, textOf } from './imports.ts'

/** An import from one place to another: between folders, or files. */
interface Step {
  readonly from: string
  readonly to: string
  /** `a/file.ts imports b/other.ts`. */
  readonly text: string
}

export interface Apart {
  /** The depth of paths at which folders differ: 1 for those directly in the root, with everything below them. */
  readonly depth?: number
  /** Whether each file directly in the root is by itself, and not of one folder '.'. */
  readonly rootFiles?: boolean
  /** Whether every file is by itself, in whatever folder. */
  readonly files?: boolean
  /** Which files of the root are read; those of TypeScript unless given. */
  readonly pattern?: string
}

const placeOf = (file: string, { depth = Infinity, rootFiles = false, files = false }: Apart): string =>
  files || (rootFiles && dirname(file) === '.') ? file : dirname(file).split(sep).slice(0, depth).join('/')

/** What the files of a root import of each other across places. */
const acrossPlaces = (root: string, apart: Apart): Step[] =>
  importsIn(root, apart.pattern)
    .map((each) => ({
      from: placeOf(each.file, apart),
      to: placeOf(each.imported, apart),
      text: textOf(each),
    }))
    .filter(({ from, to }) => from !== to)

/** The shortest way by imports from one place to another; undefined when there is none. */
function wayTo(goal: string, start: Step, imports: readonly Step[]): Step[] | undefined {
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

/** The circles between the folders of a root, or its files, each as the imports that make it. */
export function circles(root: string, apart: Apart = {}): string[] {
  const imports = acrossPlaces(root, apart)
  const found = new Map<string, string>()
  for (const each of imports) {
    const way = wayTo(each.from, each, imports)
    if (!way) continue
    const places = way
      .map(({ from }) => from)
      .toSorted()
      .join(' ')
    if (!found.has(places)) found.set(places, way.map(({ text }) => text).join(', '))
  }
  return [...found.values()]
}
