import { Kind, parse, type InputObjectTypeDefinitionNode } from 'graphql'

/**
 * Federation does not support `@oneOf`: it prints a subgraph's graph without it, refuses one that has it, and composes
 * none. So the inputs that take exactly one field are marked in the printed text, of a subgraph and of the supergraph.
 */
const DEFINITION = 'directive @oneOf on INPUT_OBJECT'

const inputsIn = (sdl: string): readonly InputObjectTypeDefinitionNode[] =>
  parse(sdl).definitions.filter((each) => each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)

/** The names of the inputs that a text marks. */
export const oneOfInputs = (sdl: string): readonly string[] =>
  inputsIn(sdl)
    .filter(({ directives }) => directives?.some(({ name }) => name.value === 'oneOf'))
    .map(({ name }) => name.value)

/** The text with these inputs marked; as it was when there are none. */
export function markOneOf(sdl: string, names: readonly string[]): string {
  if (names.length === 0) return sdl
  let marked = ''
  let written = 0
  for (const { name, directives } of inputsIn(sdl).filter((each) => names.includes(each.name.value))) {
    const end = (directives?.at(-1) ?? name).loc?.end ?? 0
    const blanks = /^\s*(?=\{)/.exec(sdl.slice(end))?.[0]
    marked += `${sdl.slice(written, end)} @oneOf${blanks === undefined ? '' : ' '}`
    written = end + (blanks?.length ?? 0)
  }
  return `${(marked + sdl.slice(written)).trimEnd()}\n\n${DEFINITION}\n`
}
