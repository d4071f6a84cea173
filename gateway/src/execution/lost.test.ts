import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { Budget, Cause } from './cause.ts'
import { compileFetch } from './fetch-document.ts'
import { lose, loseIn, Lost, type Loss } from './lost.ts'
import { lostIn } from './testing.ts'

const schema = buildSchema(`
  interface Work { id: ID must: Int! part: Part } scalar Json
  type Book implements Work { id: ID must: Int! part: Part json: Json strict: Part! }
  type Film implements Work { id: ID must: Int! part: Part! }
  type Part { size: Int of: Work }
  type Query { work: Work book: Book part: Part json: Json }`)
const aCause = () =>
  new Cause({ message: 'no', serviceName: 'a' }, { budget: new Budget(), isReported: false })

/** The loss of what is selected of a type's object. */
function lossOf(on: string, selection: string, more: Partial<Loss> = {}): Loss {
  const { lossFor } = compileFetch(schema, parse(`{ _entities { ... on ${on} ${selection} } }`))
  const type = schema.getType(on) as Loss['type']
  return { ...lossFor(aCause(), {}), type, ...more }
}
const lostOf = (object: JsonObject, loss: Loss, fields?: Parameters<typeof lose>[2]) => {
  const marked = structuredClone(object)
  lose(marked, loss, fields)
  return lostIn(marked).toSorted()
}
const ALL = '{ __typename id must part { size } }'

describe('what of an object is lost', () => {
  it.each<[string, JsonObject, Loss, Parameters<typeof lose>[2], string[]]>([
    ['all that is selected', {}, lossOf('Book', ALL), undefined, ['id', 'must', 'part']],
    ['null too: the other subgraph only has none', { id: null }, lossOf('Book', '{ id }'), undefined, ['id']],
    ['not what came from elsewhere', { id: '1', must: 0 }, lossOf('Book', ALL), undefined, ['part']],
    [
      'of an object from elsewhere its part',
      { part: {} },
      lossOf('Book', '{ part { size } }'),
      undefined,
      ['part.size'],
    ],
    [
      'of each in lists of lists',
      { part: [[{}, null], [{ size: 1 }]] },
      lossOf('Book', '{ part { size } }'),
      undefined,
      ['part.0.0.size'],
    ],
    ['nothing of a value of any form', { json: { any: {} } }, lossOf('Book', '{ json }'), undefined, []],
    [
      'nor of one with a type’s name',
      { json: { __typename: 'Book' } },
      lossOf('Book', '{ json }'),
      undefined,
      [],
    ],
    ['the names that are said alone', {}, lossOf('Book', ALL), { names: new Set(['id']) }, ['id']],
    [
      'what must not be null alone',
      {},
      lossOf('Book', '{ id must part { size } strict { size } }'),
      { onlyRequired: true },
      ['must', 'strict'],
    ],
    [
      'what its own type says must not be null',
      { __typename: 'Film' },
      lossOf('Work', '{ part { size } id }'),
      { onlyRequired: true },
      ['part'],
    ],
    ['nothing of another type', { __typename: 'Film' }, lossOf('Book', ALL), undefined, []],
    ['what its interface has', { __typename: 'Film' }, lossOf('Work', '{ id }'), undefined, ['id']],
    ['nothing, when the type is not known', {}, lossOf('Book', ALL, { type: null }), undefined, []],
    [
      'at a field of it',
      { part: {} },
      lossOf('Part', '{ size }', { below: ['part'] }),
      undefined,
      ['part.size'],
    ],
    [
      'nothing at a field that is not there',
      {},
      lossOf('Part', '{ size }', { below: ['part'] }),
      undefined,
      [],
    ],
    ['the object itself', {}, lossOf('Part', '{ size }', { below: [] }), undefined, ['size']],
    [
      'at a field of a field',
      { part: [{ of: { __typename: 'Book' } }, { of: null }] },
      lossOf('Book', '{ id }', { below: ['part', 'of'] }),
      undefined,
      ['part.0.of.id'],
    ],
  ])('%s', (_what, object, loss, fields, lost) => {
    expect(lostOf(object, loss, fields)).toEqual(lost)
  })

  it('its type, when that can be one alone: later fetches need it', () => {
    const objects: JsonObject[] = [{}, { __typename: 'Film' }, {}]
    const losses = [lossOf('Book', '{ id }'), lossOf('Book', '{ id }'), lossOf('Work', '{ id }')]
    for (const [at, object] of objects.entries()) lose(object, losses[at] as Loss)
    expect(objects.map(({ __typename }) => __typename)).toEqual(['Book', 'Film', undefined])
  })
})

describe('what is lost in a place that another fetch fills', () => {
  const two = () => [lossOf('Part', '{ size }'), lossOf('Part', '{ of { id } }')] as [Loss, Loss]

  it('is lost of both, when two lost it', () => {
    const [size, of] = two()
    const both = loseIn(new Lost(size), new Lost(of)) as Lost
    expect(both.losses).toEqual([size, of])
    const part = {}
    expect([loseIn(part, both), lostIn(part)]).toEqual([part, ['size', 'of']])
  })

  it('is added to what is lost there already', () => {
    const [size, of] = two()
    const part = new Lost(size)
    lose({ part }, { ...of, below: ['part'] })
    expect(part.losses).toEqual([size, { ...of, below: [] }])
  })
})

it('a lost field has the error of its first cause, unless one from within it says why', () => {
  const [one, other, explained] = [aCause(), aCause(), aCause()]
  const loss = lossOf('Book', '{ id }')
  new Lost({ ...loss, cause: one }, { ...loss, cause: other }).record(['book', 'id'], false)
  new Lost({ ...loss, cause: explained, isExplained: true }).record(['book', 'id'], false)
  expect([one, other, explained].map(({ atFields }) => atFields.map(({ error: { path } }) => path))).toEqual([
    [['book', 'id']],
    [],
    [],
  ])
  for (const isExplained of [undefined, false, true]) {
    const object: JsonObject = {}
    lose(object, loss, isExplained === undefined ? {} : { isExplained })
    expect((object['id'] as Lost).losses[0].isExplained).toBe(isExplained ?? false)
  }
})
