import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { isForTests } from '@kompetanse/schema/for-tests'

/** One file of a root that imports another of it, types too. */
export interface Import {
  readonly file: string
  readonly imported: string
  /** The names between the braces. */
  readonly names: readonly string[]
}

const IMPORTED = /(?:(?:\{([^}]*)\}\s*)?\bfrom|\bimport)\s*\(?\s*'([^']+)'/g
const NO_PART = ['**/{generated,paraglide}/**', 'seed/**']

/** Path below the root → text. */
export const textsIn = (
  root: string,
  pattern: string,
  exclude: readonly string[],
): ReadonlyMap<string, string> =>
  new Map(
    globSync(pattern, { cwd: root, exclude })
      .toSorted()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  )

/** Path below the root → text; tests and what is generated left out. */
export const sourcesOf = (root: string, pattern = '**/*.ts'): ReadonlyMap<string, string> =>
  new Map([...textsIn(root, pattern, NO_PART)].filter(([file]) => !isForTests(file)))

/** The file of the root that an import names, `#lib` being the web's; undefined for a package, and outside of the root. */
function importedFile(root: string, file: string, path: string): string | undefined {
  if (path.startsWith('#lib/')) return path.slice(1)
  if (!path.startsWith('.')) return undefined
  const imported = relative(root, join(root, dirname(file), path))
  return imported.startsWith('..') ? undefined : imported
}

/** What a text imports: the path or the package as it is written, and what is between the braces. */
export const importsOfText = (text: string): { readonly path: string; readonly braces: string }[] =>
  [...text.matchAll(IMPORTED)].map(([, braces = '', path = '']) => ({ path, braces }))

const namesIn = (braces: string) =>
  braces
    .split(',')
    .map((name) => name.replace(/^\s*type /, '').trim())
    .filter(Boolean)

const importsOf = (root: string, texts: ReadonlyMap<string, string>): Import[] =>
  [...texts].flatMap(([file, text]) =>
    importsOfText(text).flatMap(({ path, braces }): Import[] => {
      const imported = importedFile(root, file, path)
      return imported === undefined ? [] : [{ file, imported, names: namesIn(braces) }]
    }),
  )

export const importsIn = (root: string, pattern?: string): Import[] =>
  importsOf(root, sourcesOf(root, pattern))

export const textOf = ({ file, imported }: Import) => `${file} imports ${imported}`
