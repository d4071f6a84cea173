import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { planningCost, REFUSING, textCost } from '../../cost/text-cost.ts'
import { aPlanner } from '../../../testing/subscriptions/plans.ts'
import { graphOf } from '../../../testing/subscriptions/scripted-world.ts'
import { StreamFailure } from '../contract/failure.ts'

const graph = graphOf({
  sdl: `
    type Query { q: Int }
    type Subscription { tick(n: Int): Tick! tock: Tick! }
    type Tick { n: Int! s: String t: Tick }`,
})
const TICK = 'subscription { tick { n } }'
const UNREADABLE = 'subscription {'
const MANY = {
  maxTokens: 40,
  maxDepth: 3,
  maxAliases: 2,
  maxFields: 5,
  maxRepeats: 1,
  maxConditions: 1,
  maxCost: 9,
}

/** A planner, and what is paid for what it plans, by who can pay so much at once. */
function aPayingPlanner(most = Infinity, registered: readonly string[] = []) {
  const paid: number[] = []
  const pay = (_actor: unknown, cost: number) => {
    paid.push(cost)
    return cost <= most
  }
  return { ...aPlanner(graph, { pay, registered: () => registered.map((text) => parse(text)) }), paid }
}

describe('B02 which documents are served', () => {
  it.each<[string, string | undefined, string | null]>([
    [TICK, undefined, null],
    ['subscription { ...F } fragment F on Subscription { tick { n } }', undefined, null],
    ['fragment F on Subscription { tick { n } } subscription F { ...F }', 'F', null],
    ['subscription A { tick { n } } subscription B { tock { n } }', 'B', null],
    ['subscription A { tick { n } } subscription B { tock { n } }', undefined, 'OPERATION_NOT_FOUND'],
    ['subscription A { tick { n } } subscription B { tock { n } }', 'C', 'OPERATION_NOT_FOUND'],
    [TICK, 'A', 'OPERATION_NOT_FOUND'],
    ['fragment F on Subscription { tick { n } }', undefined, 'OPERATION_NOT_FOUND'],
    ['query A { q } subscription B { tick { n } }', 'A', 'SUBSCRIPTION_ONLY'],
    ['{ q }', undefined, 'SUBSCRIPTION_ONLY'],
    ['subscription ($a: Boolean!) { tick @skip(if: $a) { n } }', undefined, null],
    ['subscription { tick { nothing } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { tick { n } tock { n } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { __typename }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [UNREADABLE, undefined, 'GRAPHQL_PARSE_FAILED'],
    ['', undefined, 'GRAPHQL_PARSE_FAILED'],
    [`subscription ${'{ t '.repeat(300)}`, undefined, 'DOCUMENT_TOO_DEEP'],
  ])('%s, as %s: %s', (text, operationName, code) => {
    expect(aPlanner(graph).refusal(text, { operationName })).toBe(code)
  })

  it.each([
    ['subscription { tick { t { n } } }', null],
    ['subscription { tick { t { t { n } } } }', 'DOCUMENT_TOO_DEEP'],
    ['subscription { tick { a: n b: n c: n } }', 'DOCUMENT_TOO_MANY_ALIASES'],
    [`subscription { tick { ${'n '.repeat(40)} } }`, 'GRAPHQL_PARSE_FAILED'],
  ])('%s, under limits: %s', (text, code) => {
    expect(aPlanner(graph, { documentLimits: MANY }).refusal(text)).toBe(code)
  })

  it.each([
    ['subscription { tick { nothing s nor } }', ['"nothing"', '"nor"']],
    ['subscription { tick { n } tock { n } }', ['one top level field']],
    [UNREADABLE, ['Syntax Error']],
  ])('%s is refused with each fault in its words', (text, words) => {
    const told = (() => {
      try {
        aPlanner(graph).plan(text)
        return []
      } catch (error) {
        return error instanceof StreamFailure ? error.errors : []
      }
    })()
    expect(told.map(({ message }, at) => message.includes(words[at] ?? '?'))).toEqual(words.map(() => true))
  })
})

describe('B02 what a text costs whoever asks for it', () => {
  const text = textCost(TICK, parse(TICK))

  it('is paid once while it is kept; then its plan is one', () => {
    const { plan, paid } = aPayingPlanner()
    const first = plan(TICK)
    expect([plan(TICK) === first, first.isRegistered, paid]).toEqual([true, false, [text]])
    plan(`${TICK} `)
    expect(paid).toEqual([text, textCost(`${TICK} `, parse(TICK))])
  })

  it('is too much for some, each time: nothing of it is kept', () => {
    const { refusal, paid } = aPayingPlanner(0)
    expect([TICK, TICK, UNREADABLE].map((each) => refusal(each))).toEqual(Array(3).fill('TOO_MANY_REQUESTS'))
    expect(paid).toEqual([text, text, textCost(UNREADABLE)])
  })

  it('is paid by who is refused, each time', () => {
    const { refusal, paid } = aPayingPlanner()
    const invalid = 'subscription { nothing }'
    for (const each of [invalid, invalid, UNREADABLE, UNREADABLE]) expect(refusal(each)).not.toBeNull()
    expect(paid).toEqual([
      ...Array(2).fill(textCost(invalid, parse(invalid))),
      ...Array(2).fill(textCost(UNREADABLE)),
    ])
  })

  it('is paid for a name that it has not, once for a new text, and again for each name', () => {
    const { plan, refusal, paid } = aPayingPlanner()
    const named = 'subscription A { tick { n } }'
    const cost = textCost(named, parse(named))
    expect(refusal(named, { operationName: 'B' })).toBe('OPERATION_NOT_FOUND')
    expect(paid).toEqual([cost])
    plan(named)
    expect(refusal(named, { operationName: 'B' })).toBe('OPERATION_NOT_FOUND')
    expect(paid).toEqual([cost, cost, cost])
  })

  it('each way more that its conditions turn out is paid for once', () => {
    const { plan, paid } = aPayingPlanner()
    const asked = 'subscription ($a: Boolean!) { tick { n s @include(if: $a) } }'
    for (const a of [true, true, false, false]) plan(asked, { variables: { a } })
    expect(paid).toEqual([textCost(asked, parse(asked)), planningCost(3)])
  })
})

describe('B02 F035 what clients have registered', () => {
  const other = 'subscription { tock { n } }'
  const only = { maySend: 'registered' } as const

  it('is free in each of its layouts and ways, and planned once', () => {
    const asked = 'subscription ($a: Boolean!) { tick { n s @include(if: $a) } }'
    const { plan, paid } = aPayingPlanner(0, [asked])
    const first = plan(asked, { ...only, variables: { a: true } })
    expect(plan(`${asked},`, { variables: { a: false } })).toBe(first)
    expect([first.isRegistered, paid]).toEqual([true, []])
  })

  it('is free in each of its operations', () => {
    const asked = 'subscription A { tick { n } } subscription B { tock { n } }'
    const { plan, paid } = aPayingPlanner(0, [asked])
    for (const operationName of ['A', 'B']) expect(plan(asked, { operationName }).isRegistered).toBe(true)
    expect(paid).toEqual([])
  })

  it('has no name that it has not: that is paid for', () => {
    const { refusal, paid } = aPayingPlanner(Infinity, [TICK])
    expect([refusal(TICK, { operationName: 'A' }), paid]).toEqual([
      'OPERATION_NOT_FOUND',
      [textCost(TICK, parse(TICK))],
    ])
  })

  it('is all that some may send: others’ texts are refused, and paid for as they are new, kept or unreadable', () => {
    const { plan, refusal, paid } = aPayingPlanner(Infinity, [TICK])
    plan(TICK, only)
    expect(refusal(other, only)).toBe('OPERATION_NOT_REGISTERED')
    plan(other)
    expect(refusal(other, only)).toBe('OPERATION_NOT_REGISTERED')
    expect(refusal(UNREADABLE, only)).toBe('OPERATION_NOT_REGISTERED')
    const cost = textCost(other, parse(other))
    expect(paid).toEqual([cost, cost, REFUSING, textCost(UNREADABLE)])
  })

  it('nothing at all is said to be no document, to everybody', () => {
    expect(aPayingPlanner().refusal('', only)).toBe('GRAPHQL_PARSE_FAILED')
  })
})
