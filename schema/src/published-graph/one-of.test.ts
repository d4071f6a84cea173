import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInputObjectType } from 'graphql'
import { describe, expect, it, test } from 'vitest'
import { markOneOf, oneOfInputs } from '../one-of.ts'
import { graph } from './graph.ts'

const folder = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const subgraphs = readdirSync(join(folder, 'subgraphs')).map((file) => read(`subgraphs/${file}`))
const marked = subgraphs.flatMap(oneOfInputs).toSorted()

describe('inputs that take one field alone', () => {
  test('each is one in the supergraph and in the published graph', () => {
    const published = Object.values(graph.getTypeMap()).filter(
      (type) => isInputObjectType(type) && type.isOneOf,
    )
    expect(oneOfInputs(read('supergraph.graphql')).toSorted()).toEqual(marked)
    expect(published.map(({ name }) => name).toSorted()).toEqual(marked)
    expect(marked).toContain('RepeatEndInput')
  })

  it('are marked by name, whatever stands between name and brace, and nothing else is', () => {
    const sdl = 'input A {\n  a: Int\n}\n\ninput AB\n  @join__type(graph: X)\n{\n  b: B\n}\n'
    expect(markOneOf(sdl, [])).toBe(sdl)
    expect(oneOfInputs(markOneOf(sdl, ['A']))).toEqual(['A'])
    expect(oneOfInputs(markOneOf(sdl, ['AB']))).toEqual(['AB'])
  })
})
