import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { compose } from './compose.ts'

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@tag", "@inaccessible", "@composeDirective"])
  @link(url: "https://specs.example.org/places/v1.0", import: ["@place"])
  @composeDirective(name: "@place")
  directive @place(of: Place = START) on ARGUMENT_DEFINITION | FIELD_DEFINITION
  enum Place { START END }
  directive @slow(by: Pace) on FIELD
  enum Pace { STEADY IDLE }
`
const other = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  directive @slow(by: Pace) on FIELD
  enum Pace { STEADY IDLE }
  type Query { version: String }`

function contractOf(sdl: string) {
  const composition = compose({ people: `${LINK}${sdl}`, other })
  if ('errors' in composition) throw new Error(composition.errors.join('\n'))
  return composition
}
const region = (sdl: string) => contractOf(sdl).contracts['region'] ?? ''

it('a directive that composition keeps is in the supergraph, and not in the contract', () => {
  const { supergraph, contracts } = contractOf(
    'type Query { a(after: String @place): Int @tag(name: "region") } type Subscription { b(after: String @place): Int }',
  )
  expect(supergraph).toContain('directive @place')
  expect(contracts['region']).toBe(
    'directive @slow(by: Pace) on FIELD\n\nenum Pace {\n  IDLE\n  STEADY\n}\n\ntype Query {\n  a(after: String): Int\n}\n',
  )
})

it('a type of which nothing bears the tag is left out, and so is what leads to it alone', () => {
  const text = region(`
    type Query { track: Track @tag(name: "region") media: [Media] @tag(name: "region") left: Left @tag(name: "region") }
    type Track implements Named & Node { name: String @tag(name: "region") id: ID inner: Int }
    interface Named { name: String @tag(name: "region") }
    interface Node { id: ID }
    union Media = Photo | Video
    type Photo { url: String @tag(name: "region") }
    type Video { url: String }
    type Left { id: ID! }`)
  const schema = buildSchema(text)
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['media', 'track'])
  expect(text).toContain('type Track {\n  name: String\n}')
  expect(text).toContain('union Media = Photo\n')
  expect(text).not.toMatch(/Left|Video|Node|Named/)
})

it('an interface comes with the objects that it may be, which have what it has', () => {
  const text = region(`
    type Query { named: Named @tag(name: "region") }
    interface Named { name: String @tag(name: "region") }
    type Track implements Named { name: String inner: Int }
    type Person implements Named { name: String age: Int @tag(name: "region") }`)
  expect(text).toContain('type Track implements Named {\n  name: String\n}')
  expect(text).toContain('type Person implements Named {\n  age: Int\n  name: String\n}')
})

it('what is inaccessible is in no contract, and where nothing bears the tag there is none', () => {
  expect(region('type Query { a: Int @tag(name: "region") @inaccessible b: Int }')).toBe('')
  expect(region('type Query { a: Int }')).toBe('')
})
