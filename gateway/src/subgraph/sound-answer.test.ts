import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compileFetchShape } from './fetch-shape.ts'
import { soundAnswer } from './sound-answer.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

const schema = buildSchema(`
  type Query { x: Int rows: [Row!] grid: [[Row]] }
  type Mutation { pay: Int }
  type Row { id: ID! tags: [String] unit: Unit }
  type Unit { name: String }
`)

const request = (query: string, representations = 0) => ({
  shape: compileFetchShape(schema, parse(query)),
  representations,
})
const answer = (given: ReturnType<typeof request>, read: SubgraphAnswer | Error) =>
  soundAnswer(given, () => (read instanceof Error ? Promise.reject(read) : Promise.resolve(read)))

const ENTITIES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Row { tags unit { name } } } }'
const down = new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'Down')
const unreadable = { code: 'SUBGRAPH_INVALID_RESPONSE' }
const code = { code: 'SUBGRAPH_UNAVAILABLE' }
const invalid = (...path: (string | number)[]) =>
  expect.objectContaining({ path, extensions: unreadable }) as unknown

describe('a fetch that failed', () => {
  it.each(['{ x }', 'mutation { pay }', ENTITIES])(
    '%s is an answer without data, with one error',
    async (query) => {
      expect(await answer(request(query, 2), down)).toEqual({
        data: null,
        errors: [{ message: 'Down', extensions: code }],
      })
    },
  )

  it('anything else that is thrown is a bug', async () => {
    await expect(answer(request('{ x }'), new Error('bug'))).rejects.toThrow('bug')
  })
})

describe('what is not of the shape is null, with an error at its place', () => {
  it('at any depth, in lists of lists too', async () => {
    const data = {
      x: 1,
      rows: [{ tags: 'a' }, { tags: ['a', 1], unit: [] }, 'row', null],
      grid: [[{ tags: [] }, 7], { tags: [] }, null],
    }
    expect(await answer(request('{ x rows { tags unit { name } } grid { tags } }'), { data })).toEqual({
      data: {
        x: 1,
        rows: [{ tags: null }, { tags: ['a', 1], unit: null }, null, null],
        grid: [[{ tags: [] }, null], null, null],
      },
      errors: [
        invalid('rows', 0, 'tags'),
        invalid('rows', 1, 'unit'),
        invalid('rows', 2),
        invalid('grid', 0, 1),
        invalid('grid', 1),
      ],
    })
  })

  it('an object that says no name for its type', async () => {
    for (const name of [5, null, {}]) {
      const data = { rows: [{ __typename: name }] }
      const { errors } = await answer(request('{ rows { __typename } }'), { data })
      expect(errors).toEqual([invalid('rows', 0)])
    }
  })

  it('entities', async () => {
    const data = { _entities: [{ tags: 1 }, 7] }
    expect(await answer(request(ENTITIES, 2), { data })).toEqual({
      data: { _entities: [{ tags: null }, null] },
      errors: [invalid('_entities', 0, 'tags'), invalid('_entities', 1)],
    })
  })

  it.each([[[]], [[{}, {}, {}]], [{}], [null], [undefined]])(
    '%j is no list of two entities',
    async (_entities) => {
      expect(await answer(request(ENTITIES, 2), { data: { _entities } })).toEqual({
        data: null,
        errors: [{ message: 'A part of the answer could not be read.', extensions: unreadable }],
      })
    },
  )

  it('what the subgraph says of the place is the only error', async () => {
    const own = { message: 'no', path: ['rows'], extensions: { code: 'NO' } }
    const { data, errors } = await answer(request('{ rows { id } }'), { data: { rows: {} }, errors: [own] })
    expect([data, errors]).toEqual([{ rows: null }, [own]])
  })
})
