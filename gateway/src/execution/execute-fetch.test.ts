import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { describe, expect, it } from 'vitest'
import { fetchOf, lostIn, runOver } from './testing.ts'

const SDL = `
  interface Work { id: ID x: Int part: Part }
  type Book implements Work { id: ID x: Int must: Int! part: Part }
  type Film implements Work { id: ID x: Int part: Part }
  type Part { size: Int weight: Int }
  type Deep { query: Query list: [Query] }
  type Query { rows: [Work] book: Book x: Int y: Int deep: Deep }`
const ENTITIES = 'query ($representations: [_Any!]!) { _entities(representations: $representations) '

const at = (path: string[], node: FetchNode): PlanNode => ({ kind: 'Flatten', path, node })
const inSequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes })
const KEY = ['__typename', 'id'].map((name): QueryPlanSelectionNode => ({ kind: 'Field', name }))
const keyOf = (typeCondition: string): QueryPlanSelectionNode[] => [
  {
    ...{ kind: 'InlineFragment', typeCondition },
    selections: KEY,
  },
]
const rows = fetchOf('a', '{ rows { id } }')
const more = (selection: string, fields: Partial<FetchNode> = {}) =>
  fetchOf('b', `${ENTITIES}${selection} }`, { requires: keyOf('Book'), ...fields })
const below = (fetch: FetchNode) => inSequence(rows, at(['rows', '@'], fetch))
const book = (id: string) => ({ __typename: 'Book', id })
const film = (id: string) => ({ __typename: 'Film', id })
const error = (message: string, ...path: (string | number)[]) => ({
  message,
  ...(path.length > 0 && { path }),
})

describe('what is sent', () => {
  const variables = { n: 5, no: null, other: 1 }
  const variableUsages = ['n', 'no', 'none']

  it('to root fields: the variables that they use, as far as they have a value', async () => {
    const { sent } = await runOver(SDL, fetchOf('a', '{ x }', { variableUsages }), { variables, answers: {} })
    expect(sent).toEqual([{ name: 'a', variables: { n: 5, no: null }, path: [] }])
  })

  it('for entities: these too, and each entity of the type that has its key, once', async () => {
    const answers = { a: { data: { rows: [book('1'), film('2'), book('1'), null, { __typename: 'Book' }] } } }
    const fetch = more('{ ... on Book { x } }', { variableUsages })
    const { sent } = await runOver(SDL, below(fetch), { variables, answers })
    expect(sent[1]).toEqual({
      ...{ name: 'b', path: ['rows', '@'] },
      variables: { n: 5, no: null, representations: [book('1')] },
    })
  })

  it('each of them however often, if that is wanted', async () => {
    const answers = { a: { data: { rows: [book('1'), book('1')] } } }
    const { sent } = await runOver(SDL, below(more('{ ... on Book { x } }')), {
      ...{ answers, sendsDuplicates: true },
    })
    expect(sent[1]?.variables).toEqual({ representations: [book('1'), book('1')] })
  })

  it.each<[string, object[], FetchNode['requires']?]>([
    ['of no entity of the type', [film('1')]],
    ['of none that says its type', [{ id: '1' }]],
    ['of none that has its key', [{ __typename: 'Book' }]],
    ['of none that has its key, whatever its type', [{ __typename: 'Book' }], KEY],
    ['of none at all', []],
  ])('%s: nothing', async (_what, entities, requires = keyOf('Book')) => {
    const { sent } = await runOver(SDL, below(more('{ ... on Book { x } }', { requires })), {
      answers: { a: { data: { rows: entities } } },
    })
    expect(sent.map(({ name }) => name)).toEqual(['a'])
  })

  it('to root fields below a list that is empty: nothing', async () => {
    const plan = inSequence(
      fetchOf('a', '{ deep { list { x } } }'),
      at(['deep', 'list', '@'], fetchOf('b', '{ y }')),
    )
    const { sent } = await runOver(SDL, plan, { answers: { a: { data: { deep: { list: [] } } } } })
    expect(sent.map(({ name }) => name)).toEqual(['a'])
  })
})

describe('interfaces that a subgraph has as objects', () => {
  const asWork = [{ kind: 'ValueSetter' as const, path: ['... on Work', '__typename'], setValueTo: 'Work' }]
  const answers = {
    a: { data: { rows: [book('1'), film('2')] } },
    b: {
      data: {
        _entities: [
          { __typename: 'Work', x: 1 },
          { __typename: 'Work', x: 2 },
        ],
      },
    },
  }

  it('are sent by the interface’s name, as the plan says, and do not come by it', async () => {
    const selection = '{ ... on Work { __typename x } }'
    const plan = below(more(selection, { requires: keyOf('Work'), inputRewrites: asWork }))
    const { data, sent } = await runOver(SDL, plan, { answers })
    const representations = ['1', '2'].map((id) => ({ __typename: 'Work', id }))
    expect(sent[1]?.variables).toEqual({ representations })
    expect(data).toEqual({
      rows: [
        { ...book('1'), x: 1 },
        { ...film('2'), x: 2 },
      ],
    })
  })
})

describe('what comes', () => {
  it('is a value of its own in each of equal entities: later fetches fill them differently', async () => {
    const answers = {
      a: { data: { rows: [book('1'), book('1'), book('1')] } },
      b: { data: { _entities: [{ ...book('1'), part: { size: 1 } }] } },
    }
    const { data } = await runOver(SDL, below(more('{ ... on Book { part { size } } }')), { answers })
    const parts = (data['rows'] as { part: unknown }[]).map(({ part }) => part)
    expect(parts).toEqual([{ size: 1 }, { size: 1 }, { size: 1 }])
    expect(new Set(parts).size).toBe(3)
  })

  it('is renamed as the plan says, by the type of the entity where it does not come with one', async () => {
    const rename = (...path: string[]) => [{ kind: 'KeyRenamer' as const, path, renameKeyTo: 'x' }]
    const answers = {
      a: { data: { rows: [book('1'), film('2')] } },
      b: { data: { _entities: [{ other: 1 }, { other: 2 }] } },
      c: { data: { other: 3 } },
    }
    const fetch = more('{ ... on Book { other: x } ... on Film { other: x } }', {
      ...{ requires: keyOf('Work'), outputRewrites: rename('... on Book', 'other') },
    })
    const root = fetchOf('c', '{ other: x }', { outputRewrites: rename('other') })
    const { data } = await runOver(SDL, inSequence(below(fetch), root), { answers })
    expect(data).toEqual({
      rows: [
        { ...book('1'), x: 1 },
        { ...film('2'), other: 2 },
      ],
      x: 3,
    })
  })

  it('is nothing of what is not null by itself: no cause is kept where all entities came', async () => {
    const answers = {
      a: { data: { rows: [book('1')] } },
      b: { data: { _entities: [{ ...book('1'), x: null, must: 1 }] } },
    }
    const { data, failures } = await runOver(SDL, below(more('{ ... on Book { x must } }')), { answers })
    expect([lostIn(data), failures.causes, failures.errors]).toEqual([[], [], []])
  })
})

describe('what does not come', () => {
  const down = { data: null, errors: [error('down')] }
  const told = (node: PlanNode, answers: Parameters<typeof runOver>[2]['answers']) =>
    runOver(SDL, node, { answers }).then(({ data, failures: { errors, ofFetches } }) => ({
      ...{ lost: lostIn(data), ofPlan: [...errors, ...ofFetches] },
    }))

  it('is lost at each root field, and told at the first of them under the client’s name', async () => {
    const ofPlan = [{ message: 'down', serviceName: 'a', path: ['x'] }]
    expect(await told(fetchOf('a', '{ x__alias_0: x y }'), { a: down })).toEqual({ lost: ['x', 'y'], ofPlan })
  })

  it('is told below the place of the fetch', async () => {
    const root = fetchOf('a', '{ deep { query { __typename } } }')
    const plan = inSequence(root, at(['deep', 'query'], fetchOf('b', '{ y x }')))
    expect(await told(plan, { a: { data: { deep: { query: {} } } }, b: down })).toEqual({
      lost: ['deep.query.y', 'deep.query.x'],
      ofPlan: [{ message: 'down', serviceName: 'b', path: ['deep', 'query', 'y'] }],
    })
  })

  it('is not what came beside an error: that is told without a place, or at the place of the fetch', async () => {
    const hint = [error('hint')]
    expect((await told(fetchOf('a', '{ x }'), { a: { data: { x: 1 }, errors: hint } })).ofPlan).toStrictEqual(
      [{ message: 'hint', serviceName: 'a' }],
    )
    const b = { data: { _entities: [{ ...book('1'), x: null }] }, errors: hint }
    const plan = below(more('{ ... on Book { x } }'))
    expect(await told(plan, { a: { data: { rows: [book('1')] } }, b })).toEqual({
      lost: [],
      ofPlan: [{ message: 'hint', serviceName: 'b', path: ['rows'] }],
    })
  })

  it('of root fields is lost for its own error, and is told at its own place', async () => {
    const root = fetchOf('a', '{ deep { query { __typename } } }')
    const plan = inSequence(root, at(['deep', 'query'], fetchOf('b', '{ x y deep { list { x } } }')))
    const errors = [error('no', 'x'), error('within', 'deep', 'list')]
    const b = { data: { y: null, deep: { list: null } }, errors }
    expect(await told(plan, { a: { data: { deep: { query: {} } } }, b })).toEqual({
      lost: ['deep.query.x'],
      ofPlan: [
        { message: 'within', serviceName: 'b', path: ['deep', 'query', 'deep', 'list'] },
        { message: 'no', serviceName: 'b', path: ['deep', 'query', 'x'] },
      ],
    })
  })

  it.each([[['rows', 0]], [['x', 0]], [['_entities']], [['_entities', '0']], [['_entities', 5]], [[]]])(
    'is none of the entities that came: an error at %j is told at the place of the fetch',
    async (path) => {
      const b = { data: { _entities: [{ ...book('1'), x: 1 }] }, errors: [error('no', ...path)] }
      const plan = below(more('{ ... on Book { x } }'))
      expect(await told(plan, { a: { data: { rows: [book('1')] } }, b })).toEqual({
        lost: [],
        ofPlan: [{ message: 'no', serviceName: 'b', path: ['rows'] }],
      })
    },
  )

  it('of an entity is lost in it, for its own error', async () => {
    const errors = [error('no', '_entities', 1), error('within', '_entities', 0, 'part', 'size')]
    const b = { data: { _entities: [{ ...book('1'), x: 1, part: null }, null] }, errors }
    const fetch = more('{ ... on Book { x part { size } } }')
    expect(await told(below(fetch), { a: { data: { rows: [book('1'), book('2')] } }, b })).toEqual({
      lost: ['rows.1.x', 'rows.1.part'],
      ofPlan: [
        { message: 'within', serviceName: 'b', path: ['rows', 0, 'part', 'size'] },
        { message: 'no', serviceName: 'b', path: ['rows'] },
      ],
    })
  })

  it('of an entity that is not found is lost where it must not be null', async () => {
    const fetch = more('{ ... on Book { x must } }')
    const answers = { a: { data: { rows: [book('1')] } }, b: { data: { _entities: [null] } } }
    expect(await told(below(fetch), answers)).toEqual({ lost: ['rows.0.must'], ofPlan: [] })
  })

  const part = { c: { data: { book: { part: { size: 1 } } } }, a: down, b: {} }
  const lostKey = fetchOf('a', '{ book { id part { size } } }')
  const rest = fetchOf('c', '{ book { part { size } } }')
  const ofBook = at(['book'], more('{ ... on Book { x } }'))
  const ofPart = at(['book', 'part'], more('{ ... on Part { weight } }', { requires: keyOf('Part') }))
  it.each<[string, PlanNode[], string[]]>([
    ['after the rest came', [lostKey, rest, ofBook, ofPart], ['book.id', 'book.x']],
    ['before the rest came', [lostKey, ofBook, ofPart, rest], ['book.part.weight', 'book.id', 'book.x']],
    ['when nothing else comes', [lostKey, ofBook, ofPart], ['book']],
  ])('of an object whose key is lost is lost with it: fetched %s', async (_when, nodes, lost) => {
    expect((await told(inSequence(...nodes), part)).lost.toSorted()).toEqual(lost.toSorted())
  })
})
