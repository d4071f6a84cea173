import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { createApollo } from './apollo.ts'
import { aPerson } from './testing.ts'

const schema = buildSubgraphSchema({ typeDefs: parse('type Query { goal(first: Int): Int }') })

/** What is answered, to somebody who has a valid actor. */
async function answers(production: boolean, query: string) {
  const apollo = createApollo({ schema, production, drain: {} })
  await apollo.start()
  const contextValue = { actor: aPerson('ada'), now: new Date() }
  const { body } = await apollo.executeOperation({ query }, { contextValue })
  await apollo.stop()
  return body.kind === 'single' ? body.singleResult : undefined
}

const INTROSPECTION = '{ __schema { queryType { name } } }'

test('in production a subgraph does not say what its schema is', async () => {
  expect(await answers(true, INTROSPECTION)).toMatchObject({ errors: [{}] })
  expect(await answers(false, INTROSPECTION)).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
  })
})

test.each(['{ goals }', '{ goal(frist: 1) }'])(
  'in production it does not say what %s may mean',
  async (query) => {
    const { errors: [{ message: hushed = '' } = {}] = [] } = (await answers(true, query)) ?? {}
    const { errors: [{ message: said = '' } = {}] = [] } = (await answers(false, query)) ?? {}
    expect(hushed).toMatch(/\.$/)
    expect(said).toMatch(/^(.+\.) Did you mean "\w+"\?$/)
    expect(said.startsWith(hushed)).toBe(true)
  },
)
