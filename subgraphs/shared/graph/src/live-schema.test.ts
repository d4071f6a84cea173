import { GraphQLInt, GraphQLObjectType, GraphQLSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { liveSchema } from './live-schema.ts'

test('B02 the mark of a live list comes beside the directives that every schema has', () => {
  const query = new GraphQLObjectType({ name: 'Query', fields: { n: { type: GraphQLInt } } })
  const schema = new GraphQLSchema({ query, directives: liveSchema.directives })
  const conditions = 'query ($yes: Boolean!) { n @include(if: $yes) m: n @skip(if: $yes) }'
  expect(validate(schema, parse(conditions))).toEqual([])
  expect(schema.getDirective('resumesAfter')).toBeDefined()
})
