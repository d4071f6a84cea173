import { describe, expect, test } from 'vitest'
import { supervisionGaps } from './gaps.ts'

const ask = (rest: object) =>
  supervisionGaps({
    held: ['2026-01-15', '2026-02-12', '2026-06-11'],
    span: { from: '2026-01-01', to: '2026-12-31' },
    since: '2026-01-01',
    today: '2026-07-31',
    threshold: 60,
    ...rest,
  })

describe('B06 F135 periods without supervision', () => {
  test('from 13 February to 10 June there were 118 days without a conversation', () => {
    expect(ask({})).toEqual([{ from: '2026-02-13', to: '2026-06-10', days: 118 }])
  })
  test('exactly as many days as are regular is no gap', () => {
    expect(ask({ threshold: 118 })).toEqual([])
    expect(ask({ threshold: 117 })).toHaveLength(1)
  })
  test('the time before the first and after the last conversation counts too, up to today', () => {
    expect(ask({ held: ['2026-04-01'] })).toEqual([
      { from: '2026-01-01', to: '2026-03-31', days: 90 },
      { from: '2026-04-02', to: '2026-07-31', days: 121 },
    ])
    expect(ask({ held: [] })).toEqual([{ from: '2026-01-01', to: '2026-07-31', days: 212 }])
  })
  test.each([
    [
      'on the first day and on the last',
      { held: ['2026-01-01', '2026-07-31'] },
      '2026-01-02',
      '2026-07-30',
      210,
    ],
    ['before there should have been any', { held: ['2025-12-01'] }, '2026-01-01', '2026-07-31', 212],
    ['on a day to come', { held: ['2026-09-01'] }, '2026-01-01', '2026-07-31', 212],
    [
      'told in any order, and twice',
      { held: ['2026-06-11', '2026-02-12', '2026-01-15', '2026-02-12'] },
      ...(['2026-02-13', '2026-06-10', 118] as const),
    ],
  ])('a conversation %s', (_when, rest, from, to, days) => {
    expect(ask({ ...rest, span: { from: '2025-01-01', to: '2026-12-31' } })).toEqual([{ from, to, days }])
  })
  test('only what was asked about is told, of gaps that are long beyond it', () => {
    expect(ask({ span: { from: '2026-06-01', to: '2026-06-30' } })).toEqual([
      { from: '2026-06-01', to: '2026-06-10', days: 10 },
    ])
  })
  test('what is missing at another time is not told', () => {
    expect(ask({ span: { from: '2026-07-01', to: '2026-07-31' } })).toEqual([])
  })
  test('nothing is missing before it should have begun, nor tomorrow', () => {
    expect(ask({ held: [], since: '2026-07-01' })).toEqual([])
    expect(ask({ held: [], since: '2026-08-01' })).toEqual([])
  })
})
