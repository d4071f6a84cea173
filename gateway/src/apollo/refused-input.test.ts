import { afterEach, describe, expect, it } from 'vitest'
import { ask, aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
afterEach(() => world.close())

const FAULT = {
  message: '`text` is longer than 200 characters',
  extensions: { code: 'BAD_USER_INPUT', argument: 'text', limit: 200 },
}
const STRICT = { accept: 'application/graphql-response+json' }
/** A subgraph refuses what a fetch brings before it executes it: no data, no path, status 400. */
const refusing = library.map((each) =>
  each.name === 'catalogue'
    ? { ...each, respond: () => ({ status: 400, body: JSON.stringify({ errors: [FAULT] }) }) }
    : each,
)

describe.each(['all', 'none'] as const)('compiled: %s', (compiled) => {
  it('what a subgraph refuses of the input reaches the client with its code and the argument', async () => {
    world = await aWorld(refusing, { compiled: () => compiled })
    const { body } = await world.ask('query ($text: String) { search(text: $text) { __typename } }', {
      text: 'x'.repeat(201),
    })
    expect(body.errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([FAULT])
  })

  it.each([
    ['an argument with a default', 'query ($v: Int) { books(first: $v) { id } }', 'first'],
    ['a condition', 'query ($v: Boolean = true) { mood @include(if: $v) }', 'if'],
    [
      'an argument by names of ours',
      'query ($v: Int) { books(first: $v) { id: title author { name } } }',
      'first',
    ],
  ])('null for %s is refused before any request to a subgraph', async (_name, query, argument) => {
    world = await aWorld(library, { compiled: () => compiled })
    const { status, body } = await world.ask(query, { v: null }, { headers: STRICT })
    expect(status).toBe(400)
    expect(body).toEqual({
      errors: [
        expect.objectContaining({
          message: `\`${argument}\` must not be null`,
          extensions: { code: 'BAD_USER_INPUT', argument },
        }),
      ],
    })
    expect(Object.values(world.subgraphs).flatMap(({ received }) => received)).toEqual([])
  })

  it('a value that nests without end is refused before any request to a subgraph', async () => {
    world = await aWorld(library, { compiled: () => compiled })
    const deep = `${'['.repeat(700)}1${']'.repeat(700)}`
    const { body } = await world.ask(`{ echo(input: { numbers: ${deep} }) }`)
    expect(body.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['DOCUMENT_TOO_DEEP'])
    const query = 'query ($input: Echo!) { echo(input: $input) }'
    const input = JSON.parse(`{ "numbers": ${deep} }`) as object
    const reply = await ask(world.url, { query, variables: { input } })
    expect(reply.body.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_REQUEST'])
    expect(world.subgraphs['catalogue']?.received).toEqual([])
  })
})
