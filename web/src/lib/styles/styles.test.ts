import { expect, test } from 'vitest'
import { designSystem, preludes, sources, styles, variablesDefined, variablesUsed } from './testing.ts'

const widths = styles
  .filter(({ path }) => path.endsWith('media.css'))
  .flatMap(({ css }) => preludes(css, 'custom-media'))
  .map((prelude) => prelude.split(' ')[0] ?? '')

/** What a question to the window says of its measures without a name that is known. */
const unnamed = (prelude: string): string[] =>
  prelude
    .split(/[(),]| and | not /)
    .map((part) => part.trim())
    .filter((part) => (/width|height/.test(part) || part.startsWith('--')) && !widths.includes(part))

test('every style asks for a width by its name, and the name is known', () => {
  const queried = styles.flatMap(({ path, css }) =>
    preludes(css, 'media').map((prelude) => ({ path, prelude })),
  )
  expect(queried.length).toBeGreaterThan(40)
  expect(queried.filter(({ prelude }) => unnamed(prelude).length)).toEqual([])
  expect(unnamed('(max-width: 700px)')).toEqual(['max-width: 700px'])
  expect(unnamed('(--phone) and (not (--desk))')).toEqual(['--desk'])
})

test('no script asks for a width of its own', () => {
  const measured = /matchMedia\(|innerWidth|MediaQuery\(/
  expect(sources.filter(({ text }) => measured.test(text)).map(({ path }) => path)).toEqual([])
})

const defined = new Set([...sources, ...designSystem].flatMap(({ text }) => variablesDefined(text)))
const undefinedIn = (text: string) => variablesUsed(text).filter((name) => !defined.has(name))

test('every variable that a style or a component uses exists', () => {
  expect(defined.size).toBeGreaterThan(300)
  const missing = sources.map(({ path, text }) => ({ path, names: undefinedIn(text) }))
  expect(missing.filter(({ names }) => names.length)).toEqual([])
  expect(undefinedIn('color: var(--inkk); margin: var(--s4)')).toEqual(['--inkk'])
})

test('every measure and colour of our own is used', () => {
  const own = sources.find(({ path }) => path.endsWith('tokens.css'))
  const used = new Set([...sources, ...designSystem].flatMap(({ text }) => variablesUsed(text)))
  const readByScript = ['--drawer']
  const unused = variablesDefined(own?.text ?? '').filter((name) => !used.has(name))
  expect([...new Set(unused)]).toEqual(readByScript)
})

test('what is hidden from the eye alone is hidden in one way', () => {
  const hides = styles.filter(({ css }) => /clip-path: inset|clip: rect/.test(css))
  expect(hides.map(({ path }) => path)).toEqual(['src/lib/styles/base.css'])
})
