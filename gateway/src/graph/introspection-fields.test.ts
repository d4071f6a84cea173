import { isObjectType, Supergraph } from '@apollo/federation-internals'
import { introspectionTypes, isObjectType as isGraphqlObject } from 'graphql'
import { expect, it } from 'vitest'
import { compose } from '../../testing/gateway-fixture.ts'
import { completeIntrospection } from './introspection-fields.ts'

const sdl = compose([{ name: 'a', sdl: 'type Query { a: Int }', resolvers: {} }], {})
const planners = () => Supergraph.build(sdl).apiSchema()

/** What graphql-js answers of introspection and a schema of the planner does not know. */
const unknownTo = (schema: ReturnType<typeof planners>): string[] =>
  introspectionTypes.filter(isGraphqlObject).flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) => {
      const parent = schema.type(type.name)
      const field = parent && isObjectType(parent) ? parent.field(name) : undefined
      const place = `${type.name}.${name}`
      if (!field) return [place]
      return args.filter((each) => !field.argument(each.name)).map((each) => `${place}(${each.name})`)
    }),
  )

it('the planner knows every field of introspection that is answered', () => {
  // The control: without it, it does not.
  expect(unknownTo(planners())).toContain('__Type.isOneOf')
  const whole = planners()
  expect(unknownTo(completeIntrospection(whole))).toEqual([])
  // Once more changes nothing.
  expect(unknownTo(completeIntrospection(whole))).toEqual([])
})
