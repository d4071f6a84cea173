import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Budget, Cause } from './cause.ts'
import { compileFetch, compilePlanned } from './fetch-document.ts'
import { lose, type Loss } from './lost.ts'
import { lostIn } from './testing.ts'

const schema = buildSchema(`
  type Query { x: Int row: Row } type Row { id: ID cost: Int part: Part } type Part { size: Int }`)
const compile = (text: string) => compileFetch(schema, parse(text))
const cause = new Cause({ message: 'no', serviceName: 'a' }, { budget: new Budget(), isReported: false })

/** What of an object is lost with the fetch. */
function lostWith(text: string, object: Record<string, unknown>) {
  const loss: Loss = compile(text).lossFor(cause, {})
  lose(object, loss)
  return lostIn(object)
}

describe('what a fetch was to give', () => {
  it('of the root: its response names, as far as the variables include them', () => {
    const { rootNames } = compile(
      'fragment F on Query { mine: x } query ($on: Boolean!) { ...F row @include(if: $on) { id } }',
    )
    expect([rootNames({ on: true }), rootNames({ on: false })]).toEqual([['mine', 'row'], ['mine']])
  })

  it('of entities: what is selected of them, and nothing of what is beside them', () => {
    const text =
      '{ __typename ... on Query { row { part { size } } } row { id } _entities { ... on Row { cost } } }'
    expect(lostWith(text, { __typename: 'Row' })).toEqual(['cost'])
    expect(lostWith('{ row { id } x }', {})).toEqual(['row', 'x'])
  })

  it('of an entity that does not say its type: nothing is known', () => {
    expect(lostWith('{ _entities { ... on Row { cost } } }', {})).toEqual([])
  })

  it.each([
    ['no operation', 'fragment F on Query { x }', 'A fetch without an operation'],
    ['an operation that the graph has not', 'mutation { pay }', 'A fetch without an operation of the graph'],
  ])('of %s: it is refused', (_what, text, message) => {
    expect(() => compile(text)).toThrow(new Error(message))
  })

  it('under the client’s names: an alias like the planner’s is the planner’s in what it planned alone', () => {
    const document = parse('{ x__alias_0: x }')
    const names = [compilePlanned(schema, document), compileFetch(schema, document)].map(({ nameOf }) =>
      nameOf('x__alias_0'),
    )
    expect(names).toEqual(['x', 'x__alias_0'])
  })
})
