/**
 * Federation knows no `@oneOf`: it prints a subgraph's graph without it, refuses one that has it, and composes none. So what
 * takes one field alone is marked in the text, of a subgraph and of all of them together.
 */
const DEFINITION = 'directive @oneOf on INPUT_OBJECT'

/** The inputs that a text marks. */
export const oneOfInputs = (sdl: string): readonly string[] =>
  [...sdl.matchAll(/^input (\w+)[^{]*@oneOf\b/gm)].map(([, name]) => name ?? '')

/** The text with these inputs marked; as it was when there are none. */
export function markOneOf(sdl: string, names: readonly string[]): string {
  if (names.length === 0) return sdl
  const marked = names.reduce(
    (text, name) => text.replace(new RegExp(`^(input ${name}\\b[^{]*?)\\s*\\{`, 'm'), '$1 @oneOf {'),
    sdl,
  )
  return `${marked.trimEnd()}\n\n${DEFINITION}\n`
}
