import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

const REGISTERED = 'query Echo($input: Echo!) { echo(input: $input) }'
const compiled = () => [parse(REGISTERED)]

let production: World
let development: World
beforeAll(async () => {
  production = await aWorld(library, { developerTools: false, compiled })
  development = await aWorld(library, { developerTools: true, compiled })
})
afterAll(() => Promise.all([production.close(), development.close()]))

const MISSPELT: [what: string, query: string, variables?: object][] = [
  ['a field', '{ bookz { title } }'],
  ['an argument', '{ books(frist: 1) { title } }'],
  ['a type', '{ works { ... on Boook { title } } }'],
  ['a field of an input', '{ echo(input: { txt: "a" }) }'],
  [
    'a field of a variable, on Apollo’s own executor',
    'query ($input: Echo!) { echo(input: $input) }',
    { input: { txt: 'a' } },
  ],
  ['a field of a variable, on the compiled executor', REGISTERED, { input: { txt: 'a' } }],
]

describe.each(MISSPELT)('%s that is misspelt', (_, query, variables) => {
  it('is refused in production without what was meant', async () => {
    const { body } = await production.ask(query, variables)
    expect(body.errors?.map(({ message }) => message)).toEqual([expect.not.stringContaining('Did you mean')])
  })

  it('is explained in development', async () => {
    const { body } = await development.ask(query, variables)
    expect(body.errors?.[0]?.message).toMatch(/Did you mean/)
  })
})

it.each(['{ __schema { queryType { name } } }', '{ __type(name: "Book") { name } }'])(
  'introspection is off in production: %s',
  async (query) => {
    expect((await production.ask(query)).body).toEqual({
      errors: [
        {
          message: 'The graph does not answer introspection here.',
          locations: expect.any(Array) as unknown,
          extensions: { code: 'INTROSPECTION_DISABLED' },
        },
      ],
    })
    expect((await development.ask(query)).body.errors).toBeUndefined()
  },
)

it('`__typename` is no introspection', async () => {
  expect((await production.ask('{ __typename books(first: 1) { __typename } }')).body).toEqual({
    data: { __typename: 'Query', books: [{ __typename: 'Book' }] },
  })
})
