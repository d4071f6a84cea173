import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { compose } from './compose.ts'
import { contractOf as partOf } from './contract.ts'

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
  expect(supergraph).toContain('url: "http://people/graphql"')
  expect(supergraph).toMatch(/[^\n]\n$/)
  expect(contracts['region']).toBe(
    'directive @slow(by: Pace) on FIELD\n\nenum Pace {\n  IDLE\n  STEADY\n}\n\ntype Query {\n  a(after: String): Int\n}\n',
  )
})

it('an input of which one field is sent is that in the supergraph and to clients', () => {
  const { supergraph, api } = contractOf(
    'directive @oneOf on INPUT_OBJECT type Query { a(by: By): Int } input By @oneOf { x: Int y: Int }',
  )
  expect(api).toContain('input By @oneOf {')
  expect(supergraph).toMatch(/input By[^{]*@oneOf/)
  expect(supergraph).toMatch(/[^\n]\n$/)
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

it('of what an argument takes all comes along, and of the rest only what bears the tag', () => {
  const text = region(`
    type Query { goals(filter: Filter): Goal @tag(name: "region") named: Named @tag(name: "region") }
    input Filter { level: Level inner: Inner }
    input Inner { step: Step }
    enum Level { LOW }
    enum Step { ONE }
    enum Secret { HIDDEN }
    type Goal implements Named { name: String @tag(name: "region") secret: Secret only: Int old: Int @deprecated(reason: "region") }
    interface Named { name: String @tag(name: "region") secret: Secret only: Int @tag(name: "board") }
    type Other implements Named { name: String secret: Secret only: Int }
    type Unused { level: Level }`)
  expect(text).toContain('input Filter {\n  inner: Inner\n  level: Level\n}')
  expect(text).toContain('input Inner {\n  step: Step\n}')
  expect(text).toContain('enum Step {\n  ONE\n}')
  expect(text).toContain('type Goal implements Named {\n  name: String\n}')
  expect(text).toContain('interface Named {\n  name: String\n}')
  expect(text).not.toMatch(/Secret|Unused|old|only/)
})

it('a union of types of which nothing bears the tag is left out', () => {
  const text = region(`
    type Query { a: Int @tag(name: "region") media: Media @tag(name: "region") }
    union Media = Photo | Video
    type Photo { url: String }
    type Video { url: String }`)
  expect(text).not.toMatch(/media|Media|Photo|Video/)
})

it('of the directives, those that operations may have', () => {
  const sdl = `schema { query: Root }
    directive @tag(name: String) on FIELD_DEFINITION
    directive @place(of: Place) on FIELD_DEFINITION
    directive @mark(by: Pace) on FIELD | FIELD_DEFINITION
    enum Place { START }
    enum Pace { STEADY }
    type Root { a: Int @tag(name: "region") }`
  expect(partOf(sdl, buildSchema(sdl), 'region')).toBe(
    'schema {\n  query: Root\n}\n\ndirective @mark(by: Pace) on FIELD | FIELD_DEFINITION\n\nenum Pace {\n  STEADY\n}\n\ntype Root {\n  a: Int\n}\n',
  )
})

it('what is inaccessible is in no contract, and where nothing bears the tag there is none', () => {
  expect(region('type Query { a: Int @tag(name: "region") @inaccessible b: Int }')).toBe('')
  expect(region('type Query { a: Int }')).toBe('')
})
