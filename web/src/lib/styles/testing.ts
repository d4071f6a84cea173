import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCss } from 'svelte/compiler'

const WEB = join(import.meta.dirname, '../../..')
const read = (path: string) => ({ path, text: readFileSync(join(WEB, path), 'utf8') })

/** Every source of the web: components, style sheets, and what scripts set on an element. */
export const sources = globSync('{src,states}/**/*.{svelte,css,ts}', {
  cwd: WEB,
  exclude: ['src/lib/paraglide/**', '**/*.test.ts'],
}).map(read)

const DESIGN = '../node_modules/@digdir/designsystemet-css/dist/{src,theme}'
/** What Designsystemet defines. */
export const designSystem = globSync(`${DESIGN}/**/*.css`, { cwd: WEB }).map(read)

/** Every style block of a component, and every style sheet. */
export const styles = sources
  .map(({ path, text }) => ({
    path,
    css: path.endsWith('.css') ? text : (/<style>(.*)<\/style>/s.exec(text)?.[1] ?? ''),
  }))
  .filter(({ css }) => css)

type Node = { type: string; name?: string; prelude?: string; children?: Node[]; block?: Node | null }
const within = (node: Node): Node[] => [
  node,
  ...(node.children ?? []).flatMap(within),
  ...(node.block ? within(node.block) : []),
]

/** The condition of each rule of a name: `@media (--phone)` is a rule of `media`, with the condition `(--phone)`. */
export const preludes = (css: string, name: string): string[] =>
  within(parseCss(css) as Node)
    .filter((node) => node.type === 'Atrule' && node.name === name)
    .map(({ prelude = '' }) => prelude)

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

export const variablesUsed = (text: string) => all(text, /var\(\s*(--[\w-]+)/g)

/** In a style, in an attribute `style:--x`, or by a script. */
export const variablesDefined = (text: string) => all(text, /(?<![(\w-])(--[\w-]+)['"]?\s*[:=,](?!:)/g)
