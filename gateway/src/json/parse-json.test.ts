import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson, roundNumbers } from './parse-json.ts'

const written = (text: string) => JSON.stringify(parseJson(text))

describe('a number that a double cannot hold is written as it was read', () => {
  it.each([
    '[9007199254740993]',
    '{"a":-9007199254740993}',
    '{"a":[1,12345678901234567890]}',
    '[0.1000000000000000055511151231257827]',
    '{"big":1e400,"small":-1e-400}',
    '{"a":12345678901234567890,"id":"0198c0de-4e7e-7000-8000-000000001000"}',
  ])('%s', (text) => expect(written(text)).toBe(text))
})

it('any other number is a number', () => {
  expect(parseJson('[1,1.5,-0,1e3,9007199254740991,0.1,0e999]')).toEqual([
    1, 1.5, -0, 1000, 9007199254740991, 0.1, 0,
  ])
})

it('digits within text are text', () => {
  const text = '{"cursor":"x: 12345678901234567890","a":"1e400"}'
  expect(parseJson(text)).toEqual(JSON.parse(text))
})

it('what is no JSON is no JSON', () => {
  for (const text of ['', '{', '12345678901234567890x', 'undefined'])
    expect(() => parseJson(text)).toThrow(SyntaxError)
})

it('any JSON is read as JSON.parse reads it, but for digits', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(roundNumbers(parseJson(text))).toEqual(roundNumbers(JSON.parse(text)))
    }),
  )
  fc.assert(
    fc.property(fc.bigInt(), (number) => {
      expect(written(`[${number}]`)).toBe(`[${number}]`)
    }),
  )
})
