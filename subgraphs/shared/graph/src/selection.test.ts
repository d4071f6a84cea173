import { buildSchema, graphql, type GraphQLResolveInfo } from 'graphql'
import { expect, test } from 'vitest'
import { asksFor } from './selection.ts'

const schema = buildSchema(`
  type Query { list: List }
  type List { total: Int, cursor: String, edges: [Edge] }
  type Edge { cursor: String }`)

test.each([
  ['{ list { cursor } }', true],
  ['{ list { at: cursor } }', true],
  ['{ list { ... { cursor } } }', true],
  ['{ list { ...Page } } fragment Page on List { cursor }', true],
  ['{ list { total edges { cursor } } }', false],
  ['{ list { cursor: total } }', false],
])('%s asks for the cursor: %s', async (source, asked) => {
  const seen: boolean[] = []
  const list = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    seen.push(asksFor(info, 'cursor'))
    return null
  }
  await graphql({ schema, source, rootValue: { list } })
  expect(seen).toEqual([asked])
})
