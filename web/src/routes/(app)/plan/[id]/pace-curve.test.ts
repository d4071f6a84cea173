import { expect, test } from 'vitest'
import { paceCurve } from './pace-curve.ts'

const curve = [
  { on: '2026-01-01', approved: 0 },
  { on: '2026-01-11', approved: 10 },
]

test('F038 the way so far and the same pace on to the last goal', () => {
  expect(paceCurve({ curve, doneOn: '2026-01-21', remaining: 10 })).toEqual({
    past: [
      { x: 0, y: 0 },
      { x: 0.5, y: 0.5 },
    ],
    ahead: [
      { x: 0.5, y: 0.5 },
      { x: 1, y: 1 },
    ],
    today: { x: 0.5, y: 0.5 },
    ends: '2026-01-21',
  })
})

test('F038 a day far ahead leaves the drawing', () => {
  const drawn = paceCurve({ curve, doneOn: '2026-02-20', remaining: 10 })
  expect(drawn?.ends).toBe('2026-01-31')
  expect(drawn?.ahead?.[1]).toEqual({ x: 1, y: 0.75 })
})

test('F038 without a day there is only the way so far; on the first day not even that', () => {
  expect(paceCurve({ curve, doneOn: null, remaining: 10 })).toMatchObject({
    ahead: undefined,
    today: { x: 1, y: 0.5 },
  })
  expect(paceCurve({ curve: curve.slice(0, 1), doneOn: null, remaining: 10 })).toBeUndefined()
})
