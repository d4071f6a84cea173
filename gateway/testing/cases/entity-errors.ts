import type { SubgraphDefinition } from '../subgraph-fixture.ts'
import type { Kind } from './case.ts'

const rows = ['1', '2'].map((id) => ({ __typename: 'Row', id }))

const source: SubgraphDefinition = {
  name: 'a',
  sdl: 'type Query { rows: [Row] } type Row @key(fields: "id") { id: ID! }',
  resolvers: { Query: { rows: () => rows } },
}

const answering = (path: unknown): SubgraphDefinition => ({
  name: 'b',
  sdl: 'type Row @key(fields: "id") { id: ID! cost: Int }',
  resolvers: {},
  respond: () => ({
    body: JSON.stringify({
      data: { _entities: rows.map((row) => ({ ...row, cost: 7 })) },
      errors: [{ message: 'no', extensions: { code: 'NO' }, ...(path !== undefined && { path }) }],
    }),
  }),
})

const withErrorAt = (path: unknown, place: string): Kind => ({
  title: `an error of entities that all came, at ${JSON.stringify(path) ?? 'no path'}`,
  subgraphs: [source, answering(path)],
  cases: [
    {
      query: '{ rows { id cost } }',
      data: { rows: rows.map(({ id }) => ({ id, cost: 7 })) },
      errors: [[place, 'NO']],
    },
  ],
})

/** Whatever path a subgraph gives its error, the client gets the error. */
export const entityErrors: readonly Kind[] = [
  withErrorAt(['_entities', 1], 'rows.1'),
  withErrorAt(['_entities', 1, 'cost'], 'rows.1.cost'),
  ...[
    undefined,
    [],
    ['_entities'],
    ['_entities', 5],
    ['_entities', 5, 'cost'],
    ['_entities', 2],
    ['_entities', -1],
    ['_entities', 0.5],
    ['_entities', '0'],
    ['rows', 0],
    [0],
  ].map((path) => withErrorAt(path, 'rows')),
]
