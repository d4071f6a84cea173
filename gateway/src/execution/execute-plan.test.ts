import type { PlanNode } from '@apollo/query-planner'
import { describe, expect, it } from 'vitest'
import { fetchOf, runOver } from './testing.ts'

const SDL = 'type Query { a: A x: Int y: Int } type A { b: Int list: [A] }'
const [x, y] = ['x', 'y'].map((name) => fetchOf(name, `{ ${name} }`))
const answers = { x: { data: { x: 1 } }, y: { data: { y: 2 } }, a: { data: { a: null } } }
const run = (node: PlanNode | undefined, coerced = {}) => runOver(SDL, node, { answers, coerced })
const both = (kind: 'Sequence' | 'Parallel') => ({ kind, nodes: [x, y] }) as PlanNode

describe('which fetches of a plan are sent, and what they give', () => {
  const on = (ifClause?: PlanNode, elseClause?: PlanNode): PlanNode => ({
    ...{ kind: 'Condition', condition: 'on' },
    ...(ifClause && { ifClause }),
    ...(elseClause && { elseClause }),
  })
  it.each<[string, PlanNode | undefined, object, object]>([
    ['none', undefined, {}, {}],
    ['a sequence', both('Sequence'), {}, { x: 1, y: 2 }],
    ['side by side', both('Parallel'), {}, { x: 1, y: 2 }],
    ['a condition that is met', on(x, y), { on: true }, { x: 1 }],
    ['one that is not met', on(x, y), { on: false }, { y: 2 }],
    ['one whose variable has no value', on(x, y), {}, { y: 2 }],
    ['nothing for the case', on(x), { on: false }, {}],
    ['nothing for the other', on(undefined, y), { on: true }, {}],
    ['at a place that is not there', { kind: 'Flatten', path: ['a'], node: x as PlanNode }, {}, {}],
  ])('%s', async (_what, node, coerced, data) => {
    const { data: given, sent } = await run(node, coerced)
    expect(given).toEqual(data)
    expect(sent.map(({ name }) => name)).toEqual(Object.keys(data))
  })
})

it.each([
  ['Sequence', ['x sent', 'x came', 'y sent', 'y came']],
  ['Parallel', ['x sent', 'y sent', 'x came', 'y came']],
] as const)('the fetches of a %s: %j', async (kind, order) => {
  const seen: string[] = []
  const slowly = async ({ serviceName }: { readonly serviceName: string }) => {
    seen.push(`${serviceName} sent`)
    await new Promise(setImmediate)
    seen.push(`${serviceName} came`)
    return {}
  }
  await runOver(SDL, both(kind), { answers, fetch: slowly })
  expect(seen).toEqual(order)
})

it.each([
  ['a subscription', { kind: 'Subscription', primary: x }, 'A subscription is not one execution'],
  ['@defer', { kind: 'Defer', primary: { node: x }, deferred: [] }, '@defer is not supported'],
])('%s is refused rather than answered in part', async (_what, node, message) => {
  await expect(run(node as unknown as PlanNode)).rejects.toThrow(message)
})
