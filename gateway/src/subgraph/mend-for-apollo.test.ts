import { buildSchema, parse } from 'graphql'
import { expect, it } from 'vitest'
import { parseJson } from '../json/parse-json.ts'
import { compileFetchShape } from './fetch-shape.ts'
import { renameKeptAliases } from './planner-aliases.ts'
import { dropRootNulls } from './root-nulls.ts'
import { settleNumbers } from './settle-numbers.ts'

const schema = buildSchema(`
  scalar Long
  type Query { viewer: Viewer other: Viewer rows: [Viewer] x: Int }
  type Viewer { id: ID real: Float whole: Int big: Long list: [[Float]] viewer: Viewer }
`)
const shapeOf = (query: string) => compileFetchShape(schema, parse(query))

it('keys that the planner renamed are named back whatever they hold', () => {
  const data = {
    rows: [
      { s__alias_0: '' },
      { s__alias_0: 0 },
      { s__alias_12: false },
      { s__alias_0: null },
      { s: 1, s__alias_0: null },
    ],
    deep__alias_1: { t__alias_0: [] },
  }
  renameKeptAliases(data)
  expect(data).toEqual({
    rows: [{ s: '' }, { s: 0 }, { s: false }, { s: null }, { s: 1 }],
    deep: { t: [] },
  })
})

it('an object at the root that a subgraph has nothing for is left out, a leaf is not', () => {
  const data = { viewer: null, other: { viewer: null }, rows: null, x: null }
  dropRootNulls(shapeOf('{ viewer { id } other { viewer { id } } rows { id } x }'), data)
  expect(data).toEqual({ other: { viewer: null }, x: null })
})

it('numbers of the built-in types are those of JavaScript, others keep their digits', () => {
  const n = '9007199254740993'
  const text = `{"viewer":{"id":${n},"real":${n},"whole":${n},"big":${n},"list":[[${n},null]]},"rows":[{"big":[${n}]},null]}`
  const data = parseJson(text) as Record<string, unknown>
  settleNumbers(shapeOf('{ viewer { id real whole big list } rows { big } }'), data)
  const near = '9007199254740992'
  expect(JSON.stringify(data)).toBe(
    `{"viewer":{"id":"${n}","real":${near},"whole":${near},"big":${n},"list":[[${near},null]]},"rows":[{"big":[${n}]},null]}`,
  )
})
