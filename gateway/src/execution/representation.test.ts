import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { Lost, type Loss } from './lost.ts'
import { lostInput, represent } from './representation.ts'

const schema = buildSchema(`
  interface Work { id: ID } type Book implements Work { id: ID } type Film implements Work { id: ID }
  type Query { a: Book b: Film }`)
const [lost, other] = [new Lost({ sets: [] } as unknown as Loss), new Lost({ sets: [] } as unknown as Loss)]

type Selections = readonly QueryPlanSelectionNode[]
const field = (name: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  ...{ kind: 'Field', name },
  ...(selections.length > 0 && { selections }),
})
const aliased = (alias: string, name: string): QueryPlanSelectionNode => ({ kind: 'Field', name, alias })
const on = (typeCondition: string | undefined, ...selections: QueryPlanSelectionNode[]) =>
  ({ kind: 'InlineFragment', selections, ...(typeCondition && { typeCondition }) }) as QueryPlanSelectionNode
const [id, x] = ['id', 'x'].map((name) => field(name)) as [QueryPlanSelectionNode, QueryPlanSelectionNode]
const book = { __typename: 'Book', id: '1' }

describe('the part of an entity by which a subgraph knows it', () => {
  it.each<[string, JsonObject, Selections, JsonObject | null]>([
    ['what is selected', { ...book, x: 1 }, [id], { id: '1' }],
    ['under its alias', { other: 2, x: 1 }, [aliased('other', 'x')], { other: 2 }],
    ['null, which is a value', { x: null }, [x], { x: null }],
    ['null in place of an object', { x: null }, [field('x', id)], { x: null }],
    ['none without an input', book, [id, x], null],
    ['none without an input that every object inherits', book, [field('toString')], null],
    ['none with an input that is lost', { id: '1', x: lost }, [id, x], null],
    ['of objects below, what is selected', { x: { id: '1', y: 2 } }, [field('x', id)], { x: { id: '1' } }],
    [
      'in lists of lists, nulls and all',
      { x: [[{ id: '1', y: 2 }, null], []] },
      [field('x', id)],
      { x: [[{ id: '1' }, null], []] },
    ],
    ['a value of any form as it is', { x: { any: [1] } }, [x], { x: { any: [1] } }],
    ['of its own type', book, [on('Book', id), on('Film', x)], { id: '1' }],
    ['of an interface of it', book, [on('Work', id)], { id: '1' }],
    ['of no type that it does not say', { id: '1' }, [on('Book', id)], {}],
    ['of no fragment without a type', book, [on(undefined, id)], {}],
    [
      'of two fragments together',
      { ...book, x: { a: 1, b: 2 } },
      [on('Book', field('x', field('a'))), on('Work', field('x', field('b')))],
      { x: { a: 1, b: 2 } },
    ],
    ['of the fragments alone whose inputs are there', book, [on('Book', x), on('Work', id)], { id: '1' }],
  ])('%s', (_what, entity, selections, representation) => {
    expect(represent(schema, entity, selections)).toEqual(representation)
  })
})

describe('which of the inputs of a value is lost', () => {
  it.each<[string, unknown, Selections, Lost | null]>([
    ['none', { x: 1 }, [x], null],
    ['the value itself', lost, [], lost],
    ['one that is selected', { x: 1, id: lost }, [x, id], lost],
    ['none that is not', { x: 1, id: lost }, [x], null],
    ['the first', { x: other, id: lost }, [x, id], other],
    ['by its alias', { other: lost, x: 1 }, [aliased('other', 'x')], lost],
    ['below', { x: { id: lost } }, [field('x', id)], lost],
    ['in lists of lists', { x: [[null, { id: '1' }], [{ id: lost }]] }, [field('x', id)], lost],
    ['none in a value of any form', { x: { any: [1] } }, [x], null],
    ['none in a text', 'text', [field('length')], null],
    ['none in null', null, [x], null],
    ['of its own type', { ...book, id: lost }, [on('Book', id)], lost],
    ['of no other', { ...book, id: lost }, [on('Film', id)], null],
    ['of any type, when that is lost too', { id: lost }, [on('Film', id)], lost],
    ['in a fragment without a type', { ...book, id: lost }, [on(undefined, id)], lost],
  ])('%s', (_what, value, selections, found) => {
    expect(lostInput(schema, value, selections)).toBe(found)
  })
})
