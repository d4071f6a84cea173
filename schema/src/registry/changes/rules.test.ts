import { describe, expect, it } from 'vitest'
import { findBreaks } from './breaks.ts'

const SDL = `
  directive @slow(by: Int = 1, least: Int! = 1, to: Int) repeatable on FIELD | QUERY
  directive @mark on INPUT_OBJECT
  type Query {
    goal(at: Int, size: Int! = 10, tags: [String]! = [], find: Find): Goal
    node: Node
    media: [Media!]!
  }
  interface Node { id: ID }
  interface Named implements Node { id: ID name: String }
  type Goal implements Node & Named { id: ID name: String old: Int }
  type Photo { width: Int }
  type Video { height: Int }
  union Media = Photo | Video
  input Find { text: String level: Int }
`

/** What becomes of an operation, by the coordinates of what it is hit by, when texts of the schema are replaced. */
async function judged(operation: string, ...edits: readonly (readonly [string, string])[]) {
  const api = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, SDL)
  const published = { api: SDL, contracts: {}, operations: { web: { Op: operation } } }
  const { breaks, dangers } = await findBreaks(published, { api, contracts: {} })
  const at = (effects: typeof breaks) => effects.map(({ coordinate }) => coordinate)
  return { breaks: at(breaks), dangers: at(dangers) }
}

type Row = readonly [what: string, operation: string, from: string, to: string]

describe('another default is dangerous for who may leave it out, and none breaks', () => {
  const change = ['size: Int! = 10', 'size: Int! = 20'] as const
  it.each([
    ['leaves it out', '{ goal { id } }', true],
    ['sends a variable that may be missing', 'query($s: Int) { goal(size: $s) { id } }', true],
    ['sends a variable that never is', 'query($s: Int!) { goal(size: $s) { id } }', false],
    ['sends a variable with a default of its own', 'query($s: Int = 1) { goal(size: $s) { id } }', false],
    [
      'sends one once, and writes it out once',
      'query($s: Int) { goal(size: 1) { id } b: goal(size: $s) { id } }',
      true,
    ],
    ['writes it out', '{ goal(size: 1) { id } }', false],
    ['selects something else', '{ node { id } }', false],
  ])('who %s', async (_name, operation, isHit) => {
    const hit = isHit ? ['Query.goal.size'] : []
    expect(await judged(operation, change)).toEqual({ breaks: [], dangers: hit })
    const away = ['size: Int! = 10', 'size: Int!'] as const
    expect(await judged(operation, away)).toEqual({ breaks: hit, dangers: [] })
  })
})

describe('another type of an argument', () => {
  it.each<Row>([
    ['a literal no longer fits', '{ goal(size: 1) { id } }', 'size: Int! = 10', 'size: String! = ""'],
    ['a variable held null', 'query($s: Int) { goal(at: $s) { id } }', 'at: Int', 'at: Int! = 1'],
    ['a variable no longer fits', 'query($s: Int) { goal(at: $s) { id } }', 'at: Int', 'at: Float'],
  ])('breaks where %s', async (_name, operation, from, to) => {
    const [name] = from.split(':')
    expect((await judged(operation, [from, to])).breaks).toEqual([`Query.goal.${name}`])
  })

  it('is dangerous where it is taken for a value of another type', async () => {
    expect(await judged('{ goal(at: 1) { id } }', ['at: Int', 'at: Float'])).toEqual({
      breaks: [],
      dangers: ['Query.goal.at'],
    })
  })

  it.each<Row>([
    [
      'null was refused before',
      'query($t: [String!]) { goal(tags: $t) { id } }',
      '[String]! =',
      '[String!]! =',
    ],
    ['none is sent', 'query($t: [String!]!) { goal(tags: $t) { id } }', '[String]! =', '[String!]! ='],
    ['it is written out, and fits', '{ goal(tags: ["a"]) { id } }', '[String]! =', '[String!]! ='],
    ['it is not given', '{ goal { id } }', 'at: Int', 'at: Float'],
  ])('is safe where %s', async (_name, operation, from, to) => {
    expect(await judged(operation, [from, to])).toEqual({ breaks: [], dangers: [] })
  })
})

describe('a directive of operations', () => {
  const onField = '{ node { id @slow(by: 2, to: 3) } }'
  it.each<readonly [...Row, coordinate: string]>([
    ['away', onField, SDL.split('\n')[1] ?? '', '', '@slow'],
    ['no longer where it is', onField, 'FIELD | QUERY', 'QUERY', '@slow'],
    ['without an argument that is given', onField, 'by: Int = 1,', '', '@slow.by'],
    ['once alone', '{ node { id @slow @slow } }', 'repeatable', '', '@slow'],
    ['with an argument more that must be given', onField, '(by:', '(more: Int!, by:', '@slow'],
    ['with an argument of another type', onField, 'to: Int', 'to: String', '@slow.to'],
  ])('%s breaks who uses it so', async (_name, operation, from, to, coordinate) => {
    expect(await judged(operation, [from, to])).toEqual({ breaks: [coordinate], dangers: [] })
    expect(await judged('{ node { id } }', [from, to])).toEqual({ breaks: [], dangers: [] })
  })

  it.each<Row>([
    ['no longer where it is not used', onField, 'FIELD | QUERY', 'FIELD'],
    ['without an argument that is not given', '{ node { id @slow } }', 'by: Int = 1,', ''],
    ['once alone, and used once', onField, 'repeatable', ''],
    ['with an argument that may be null now', onField, 'least: Int!', 'least: Int'],
  ])('%s is safe', async (_name, operation, from, to) => {
    expect(await judged(operation, [from, to])).toEqual({ breaks: [], dangers: [] })
  })

  it('that takes more now is no part of what breaks', async () => {
    const edits = [['least: Int!', 'least: Int'] as const, [' old: Int', ''] as const]
    expect((await judged('{ goal { old @slow } }', ...edits)).breaks).toEqual(['Goal.old'])
  })

  it('with another default is dangerous for who uses it', async () => {
    const change = ['by: Int = 1', 'by: Int = 2'] as const
    expect(await judged('{ node { id @slow } }', change)).toEqual({ breaks: [], dangers: ['@slow.by'] })
    expect(await judged('{ node { id } }', change)).toEqual({ breaks: [], dangers: [] })
  })
})

describe('an input object of which one field is sent', () => {
  const change = ['input Find {', 'input Find @oneOf {'] as const
  it.each([
    ['may hold any', 'query($f: Find) { goal(find: $f) { id } }', true],
    ['writes out two', '{ goal(find: { text: "a", level: 1 }) { id } }', true],
    ['writes out one', '{ goal(find: { text: "a" }) { id } }', false],
    ['has none', '{ goal { id } }', false],
  ])('for who %s', async (_name, operation, isHit) => {
    const breaks = isHit ? ['Find.@oneOf'] : []
    expect(await judged(operation, change)).toEqual({ breaks, dangers: [] })
  })

  it('is no part of what breaks another, and no other directive does', async () => {
    const gone = [' old: Int', ''] as const
    expect((await judged('{ goal { old } }', change, gone)).breaks).toEqual(['Goal.old'])
    const held = 'query($f: Find) { goal(find: $f) { id } }'
    expect((await judged(held, ['input Find {', 'input Find @mark {'])).breaks).toEqual([])
  })
})

describe('a possible type away', () => {
  const photo = ['= Photo | Video', '= Video'] as const
  it('breaks who spreads it, and nobody who is broken by something else', async () => {
    expect((await judged('{ media { ... on Photo { width } } }', photo)).breaks).toEqual(['Media'])
    const gone = ['{ height: Int }', '{ length: Int }'] as const
    const { breaks } = await judged('{ media { ... on Video { height } } }', photo, gone)
    expect(breaks).toEqual(['Video.height'])
  })

  it('is safe where another type is left that is both', async () => {
    const loose = ['interface Named implements Node', 'interface Named'] as const
    const { breaks } = await judged('{ node { ... on Named { name } } }', loose)
    expect(breaks).toEqual([])
  })
})

describe('whatever the rules say', () => {
  it('an operation that is no longer valid is broken, by its name where no rule names more', async () => {
    const sizes = '{ media { ... on Photo { size: width } ... on Video { size: height } } }'
    const published = { api: SDL, contracts: {}, operations: { web: { Sizes: sizes } } }
    const api = SDL.replace('width: Int', 'width: Int!')
    expect((await findBreaks(published, { api, contracts: {} })).breaks).toEqual([
      {
        ...{ client: 'web', operation: 'Sizes', coordinate: 'Sizes' },
        message: expect.stringMatching(/^Fields "size" conflict/),
      },
    ])
  })

  it('a contract is broken by another type that its clients’ variables do not fit, however much it takes', async () => {
    const api = SDL.replace('at: Int', 'at: Float')
    const published = { api: SDL, contracts: { all: SDL, none: '' }, operations: {} }
    const { breaks } = await findBreaks(published, { api, contracts: { all: api, none: api } })
    expect(breaks.map(({ client, coordinate }) => [client, coordinate])).toEqual([
      ['contract all', 'Query.goal.at'],
    ])
  })
})
