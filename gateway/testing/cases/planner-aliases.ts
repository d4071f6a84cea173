import { GraphQLError } from 'graphql'
import type { Case, Kind } from './case.ts'

const bad = () => {
  throw new GraphQLError('no', { extensions: { code: 'NO' } })
}
const one = { __typename: 'One', id: '1', label: 'one', strict: 'S' }
const two = { __typename: 'Two', id: '2', label: 'two', strict: 'T' }

const subgraphs: Kind['subgraphs'] = [
  {
    name: 'a',
    sdl: `type Query { one: One all: [Any] label: String bad: Int } union Any = One | Two
      type One @key(fields: "id") { id: ID! label: String bad: String none: String strict: String! @shareable }
      type Two @key(fields: "id") { id: ID! label: String strict: String }`,
    resolvers: { Query: { one: () => one, all: () => [one, two], label: () => 'root', bad }, One: { bad } },
  },
  {
    name: 'b',
    // By this one the field may be null for clients, and the planner renames it where it meets the other's.
    sdl: 'type One @key(fields: "id") { id: ID! strict: String @shareable far: Int }',
    resolvers: { One: { __resolveReference: (reference: object) => reference, far: () => 7 } },
  },
  {
    name: 'c',
    sdl: 'type Query { down: Int } type One @key(fields: "id") { id: ID! away: Int }',
    resolvers: {},
    respond: () => ({ status: 503, body: 'down' }),
  },
]

/** Asks for fields under a name beside another field under the name without its ending. */
function casesOf(base: string, nth: number): Case[] {
  const name = `${base}__alias_${nth}`
  const [beside, told] = [`${base}: label`, { [base]: 'one' }]
  const failing: readonly [field: string, code: string][] = [
    ['bad', 'NO'],
    ['away', 'SUBGRAPH_UNAVAILABLE'],
  ]
  const planners = '... on Two { strict } ... on One { strict '
  return [
    { query: `{ one { ${beside} ${name}: id } }`, data: { one: { ...told, [name]: '1' } } },
    { query: `{ one { ${name}: none ${beside} } }`, data: { one: { [name]: null, ...told } } },
    { query: `{ one { ${name}: far ${beside} } }`, data: { one: { [name]: 7, ...told } } },
    {
      query: `{ all { ${planners} ${name}: label } } }`,
      data: { all: [{ strict: 'S', [name]: 'one' }, { strict: 'T' }] },
    },
    ...failing.flatMap(([field, code]): Case[] => [
      {
        query: `{ one { ${beside} ${name}: ${field} } }`,
        data: { one: { ...told, [name]: null } },
        errors: [[`one.${name}`, code]],
      },
      {
        query: `{ all { __typename ... on One { ${beside} ${name}: ${field} } } }`,
        data: { all: [{ __typename: 'One', ...told, [name]: null }, { __typename: 'Two' }] },
        errors: [[`all.0.${name}`, code]],
      },
      {
        query: `{ all { ${planners} ${name}: ${field} } } }`,
        data: { all: [{ strict: 'S', [name]: null }, { strict: 'T' }] },
        errors: [[`all.0.${name}`, code]],
      },
    ]),
    {
      query: `{ ${base}: label ${name}: bad }`,
      data: { [base]: 'root', [name]: null },
      errors: [[name, 'NO']],
    },
    {
      query: `{ ${name}: down ${base}: down }`,
      data: { [name]: null, [base]: null },
      errors: [name, base].map((each) => [each, 'SUBGRAPH_UNAVAILABLE']),
    },
    {
      query: `{ ${base}: one { ${beside} } ${name}: one { label: bad } }`,
      data: { [base]: told, [name]: { label: null } },
      errors: [[`${name}.label`, 'NO']],
    },
  ]
}

export const plannerAliases: Kind = {
  title: 'an alias such as the planner gives is the client’s own',
  subgraphs,
  cases: ['x', 'label', 'strict', 'id', 'bad'].flatMap((base) =>
    [0, 1, 12].flatMap((nth) => casesOf(base, nth)),
  ),
}
