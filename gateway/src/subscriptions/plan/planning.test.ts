import { describe, expect, it } from 'vitest'
import { aPlanner } from '../../../testing/subscriptions/plans.ts'
import type { Graph } from '../../graph/graph.ts'
import { graphOf } from '../../../testing/subscriptions/scripted-world.ts'

/** `known`: whether the supergraph knows the mark. */
const sdl = (known: boolean) => `
  ${known ? 'extend schema @link(url: "https://kompetanseportalen.no/live/v1.0", import: ["@resumesAfter"]) @composeDirective(name: "@resumesAfter") directive @resumesAfter on ARGUMENT_DEFINITION' : ''}
  type Query { q: Int }
  type Tick { n: Int! later(after: String): Int t: Thing }
  type Thing @key(fields: "id") { id: ID! }
  scalar Cursor
  type Subscription {
    ${known ? 'queue(of: ID @deprecated, from: String @deprecated @resumesAfter): Tick! latest(from: Cursor = "9" @resumesAfter): Tick! needed(from: Cursor! = "9" @resumesAfter): Tick! strict(from: Cursor! @resumesAfter): Tick!' : ''}
    plain(before: Cursor, after: Cursor): Tick! ints(after: Int): Tick! list(after: [Cursor]): Tick! none: Tick!
  }`
const other = {
  sdl: 'type Thing @key(fields: "id") { id: ID! name(of: Int): String long: Int }',
  answer: () => Promise.reject(new Error('nobody is asked')),
}
const marked = graphOf({ sdl: sdl(true), other })
const unmarked = graphOf({ sdl: sdl(false), other })
const planOn = (graph: Graph, text: string) => aPlanner(graph).plan(text)
const short = (text: string | undefined) => text?.replaceAll(/\s+/g, '')

describe('B02 F035 from where a listener wants to hear', () => {
  it.each([
    ['queue(from: "1")', {}, { kind: 'after', given: '1' }],
    ['queue(of: "7", from: "1")', {}, { kind: 'after', given: '1' }],
    ['queue(from: null)', {}, { kind: 'now', given: null }],
    ['queue', {}, { kind: 'now', given: undefined }],
    ['queue(from: $c)', { c: '2' }, { kind: 'after', given: '2' }],
    ['queue(from: $c)', { c: null }, { kind: 'now', given: null }],
    ['queue(from: $c)', {}, { kind: 'now', given: undefined }],
    ['latest', {}, { kind: 'elsewhere', given: undefined }],
    ['latest(from: null)', {}, { kind: 'now', given: null }],
    ['latest(from: 7)', {}, { kind: 'elsewhere', given: 7 }],
    ['strict(from: 7)', {}, { kind: 'elsewhere', given: 7 }],
    ['strict(from: "7")', {}, { kind: 'after', given: '7' }],
  ])('%s %j: %j', (field, variables, start) => {
    const declared = field.includes('$c') ? '($c: String)' : ''
    const plan = planOn(marked, `subscription ${declared} { ${field} { n } }`)
    expect(plan.cursor?.startOf(variables)).toEqual(start)
  })

  it('by its name it is that argument, whatever the others are', () => {
    const { query, cursor } = planOn(unmarked, 'subscription { plain(before: "1", after: "2") { n } }')
    expect(short(query)).toContain('plain(before:"1",after:$__gatewayAfter)')
    expect(cursor?.startOf({})).toEqual({ kind: 'after', given: '2' })
  })

  it.each([
    [marked, 'plain(after: "1")', false],
    [marked, 'none', false],
    [unmarked, 'plain(after: "1")', true],
    [unmarked, 'plain(before: "1")', true],
    [unmarked, 'ints(after: 1)', false],
    [unmarked, 'list(after: ["1"])', false],
    [unmarked, 'none', false],
  ])(
    'a field has a position where it is marked, or no field is and its argument is called so: %#',
    (graph, field, has) => {
      expect(planOn(graph, `subscription { ${field} { n } }`).cursor !== null).toBe(has)
    },
  )
})

describe('B02 F035 what the subgraph is asked', () => {
  const bound = '$__gatewayAfter'
  it.each([
    ['queue(from: "1") { n }', '', `subscription(${bound}:String){queue(from:${bound}){n}}`, []],
    ['queue(of: "7") { n }', '', `subscription(${bound}:String){queue(of:"7",from:${bound}){n}}`, []],
    ['latest { n }', '', `subscription(${bound}:Cursor){latest(from:${bound}){n}}`, []],
    ['needed { n }', '', `subscription(${bound}:Cursor){needed(from:${bound}){n}}`, []],
    ['strict(from: "1") { n }', '', `subscription(${bound}:Cursor!){strict(from:${bound}){n}}`, []],
    ['queue(from: $c) { n }', '($c: String)', `subscription(${bound}:String){queue(from:${bound}){n}}`, []],
    [
      'queue(of: $i, from: $c) { n later(after: $c) }',
      '($i: ID, $c: String)',
      `subscription($i:ID,$c:String,${bound}:String){queue(of:$i,from:${bound}){nlater(after:$c)}}`,
      ['i', 'c'],
    ],
    [
      'queue(from: $c) { ...F }',
      '($c: String)',
      `subscription($c:String,${bound}:String){queue(from:${bound}){...F}}fragmentFonTick{later(after:$c)}`,
      ['c'],
      'fragment F on Tick { later(after: $c) }',
    ],
    [
      'queue { later(after: $__gatewayAfter) }',
      '($__gatewayAfter: String)',
      `subscription(${bound}:String,${bound}_:String){queue(from:${bound}_){later(after:${bound})}}`,
      ['__gatewayAfter'],
    ],
    ['plain(after: $c) { n }', '($c: Cursor)', 'subscription($c:Cursor){plain(after:$c){n}}', ['c']],
    ['none { n }', '', 'subscription{none{n}}', []],
    // What another subgraph adds is no part of it, nor the variables that it takes.
    ['none { t { name(of: $c) } }', '($c: Int)', 'subscription{none{t{__typenameid}}}', []],
    [
      'plain(after: $c) { t { name(of: $o) } }',
      '($o: Int, $c: Cursor)',
      'subscription($c:Cursor){plain(after:$c){t{__typenameid}}}',
      ['c'],
    ],
  ])('%s', (field, declared, query, variables, fragment = '') => {
    const plan = planOn(marked, `subscription ${declared} { ${field} } ${fragment}`)
    expect([short(plan.query), plan.variables, plan.subgraph]).toEqual([query, variables, 'live'])
  })

  it('a variable that only conditions at the root use is the client’s, and not sent', () => {
    const text = 'subscription ($a: Boolean!, $c: Cursor) { ... @skip(if: $a) { plain(after: $c) { n } } }'
    const plan = planOn(marked, text)
    const names = (those: typeof plan.declared) => those.map(({ variable }) => variable.name.value)
    expect([names(plan.declared), names(plan.variableDefinitions), plan.variables]).toEqual([
      ['a', 'c'],
      ['c'],
      ['c'],
    ])
  })

  it('a field by a name that the planner might give has one of ours, though nobody adds to the event', () => {
    const plan = planOn(marked, 'subscription { none { __n: n } }')
    const [[ours, clients] = []] = plan.names?.names ?? []
    expect([clients, short(plan.query)]).toEqual(['__n', `subscription{none{${ours}:n}}`])
    expect(ours).not.toBe('__n')
  })
})
