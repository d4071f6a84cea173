import { basename, dirname } from 'node:path'
import { importsIn, textOf, type Import } from './imports.ts'

type Law = (each: Import) => boolean

/** Commands change what a feature stores; other features call the command instead. */
const OF_ITS_COMMANDS = /\/persistence\/(load|save|create|delete)[\w-]*\.ts$/

/**
 * Of another feature: files directly in its folder or in one of its layers. A file in no folder may import all of them.
 */
const openInSubgraph: Law = ({ file, imported }) => {
  const [feature = '', ...rest] = imported.split('/')
  if (dirname(file) === '.' || file.startsWith(`${feature}/`) || rest.length < 2) return true
  const isLayer = rest.length === 2 && /^(domain|persistence|use-cases|graphql)$/.test(rest[0] ?? '')
  return isLayer && !OF_ITS_COMMANDS.test(imported)
}

/** The files with a feature's cache updates and their helpers: one feature's `cache.ts` may import another's. */
const OF_THE_CACHE = ['cache.ts', 'cache-part.ts']

/**
 * Of another feature of the web: its `index.ts` and the files that this exports from, or without one the files directly
 * in its folder. Of a page: files below it may import anything, others its definition of a queue.
 */
function openInWeb(imports: readonly Import[]): Law {
  const indexes = new Set(imports.map(({ file }) => file).filter((file) => basename(file) === 'index.ts'))
  const exported = new Set(imports.filter(({ file }) => indexes.has(file)).map(({ imported }) => imported))
  return ({ file, imported }) => {
    const [area, feature = ''] = imported.split('/')
    if (area !== 'lib')
      return basename(imported) === 'queue.ts' || `${dirname(file)}/`.startsWith(`${dirname(imported)}/`)
    if (file.startsWith(`lib/${feature}/`)) return true
    if (basename(file) === 'cache.ts' && OF_THE_CACHE.includes(basename(imported))) return true
    const index = `lib/${feature}/index.ts`
    if (indexes.has(index)) return imported === index || exported.has(imported)
    return dirname(imported) === `lib/${feature}`
  }
}

/** Imports of another feature's inside in the `src` of a subgraph. */
export const insidesOfSubgraph = (root: string): string[] =>
  importsIn(root)
    .filter(({ imported }) => !imported.startsWith('generated/'))
    .filter((each) => !openInSubgraph(each))
    .map(textOf)

const OF_THE_WEB = '{lib,routes}/**/*.{ts,svelte}'

/** The same in the `src` of the web, and imports of another page. */
export function insidesOfWeb(root: string): string[] {
  const imports = importsIn(root, OF_THE_WEB).filter(
    ({ imported }) => !/paraglide|generated|\$types/.test(imported),
  )
  const isOpen = openInWeb(imports)
  return imports.filter((each) => !isOpen(each)).map(textOf)
}
