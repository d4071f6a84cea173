import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInputObjectType } from 'graphql'
import { describe, expect, it, test } from 'vitest'
import { markOneOf, oneOfInputs } from '../one-of.ts'
import { graph } from './testing/graph.ts'
import { groups, optional, TOGETHER } from './testing/together.ts'

const folder = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const subgraphs = readdirSync(join(folder, 'subgraphs')).map((file) => read(`subgraphs/${file}`))
const marked = [...new Set(subgraphs.flatMap(oneOfInputs))].toSorted()

describe('inputs that take one field alone', () => {
  test('each is one in the supergraph and in the published graph', () => {
    const published = Object.values(graph.getTypeMap()).filter(
      (type) => isInputObjectType(type) && type.isOneOf,
    )
    expect(oneOfInputs(read('supergraph.graphql')).toSorted()).toEqual(marked)
    expect(published.map(({ name }) => name).toSorted()).toEqual(marked)
    expect(marked).toContain('RepeatEndInput')
  })

  it('are marked by name, whatever is between name and brace, and nothing else is', () => {
    const sdl = 'input A {\n  a: Int\n}\n\ninput AB\n  @join__type(graph: X)\n{\n  b: B\n}\n'
    expect(markOneOf(sdl, [])).toBe(sdl)
    expect(oneOfInputs(markOneOf(sdl, ['A']))).toEqual(['A'])
    expect(oneOfInputs(markOneOf(sdl, ['AB']))).toEqual(['AB'])
    expect(markOneOf(sdl, ['A', 'AB'])).toContain('input A @oneOf {\n  a: Int\n}')
    expect(markOneOf(sdl, ['A', 'AB'])).toContain('  @join__type(graph: X) @oneOf {\n  b: B\n}')
  })

  it.each([
    ['a description', '"""\ninput B @oneOf {\n"""\ninput A {\n  a: Int\n}\n'],
    ['the description of a field', 'input A {\n  """\n  or\ninput B @oneOf {\n  """\n  a: Int\n}\n'],
    ['a comment', '# one\ninput A # @oneOf {\n{\n  a: Int\n}\n'],
    ['a default', 'input A @x(y: "@oneOf {") {\n  a: String = "@oneOf"\n}\n'],
  ])('are not what %s says', (_where, sdl) => {
    expect(oneOfInputs(sdl)).toEqual([])
    expect(markOneOf(sdl, ['B']).replace(/\n\ndirective.*\n$/, '\n')).toBe(sdl)
    expect(oneOfInputs(markOneOf(sdl, ['A']))).toEqual(['A'])
  })
})

/** Words by which a sentence says that of two one is given, or one of them wins. */
const EXCLUDES = /\b(not with|of both|either|neither|goes before|instead of)\b/i

describe('what may be left out beside something else', () => {
  test('is judged, each group of it: what excludes another is an input with @oneOf', () => {
    const found = groups.map(({ owner, given }) => [
      owner,
      given
        .map(({ name }) => name)
        .toSorted()
        .join(' '),
    ])
    const judged = Object.entries(TOGETHER).map(([owner, [names]]) => [owner, names])
    expect(found.toSorted()).toEqual(judged.toSorted())
  })

  it.each(optional)('$at says of no other that it may not be given', ({ description }) => {
    expect(description ?? '').not.toMatch(EXCLUDES)
  })
})
