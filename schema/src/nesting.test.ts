import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { MOST_NESTED, nestsTooDeeply } from './nesting.ts'

const nested = (times: number, [open = '[', close = ']'] = '[]') => open.repeat(times) + close.repeat(times)

describe('brackets in brackets', () => {
  test.each(['[]', '{}', '()'])('%s: so many, and no more', (brackets) => {
    expect(nestsTooDeeply(nested(MOST_NESTED, brackets))).toBe(false)
    expect(nestsTooDeeply(nested(MOST_NESTED + 1, brackets))).toBe(true)
  })

  test('beside each other they may be as many as they are', () => {
    expect(nestsTooDeeply('[{}]'.repeat(10_000))).toBe(false)
  })

  const deep = '['.repeat(MOST_NESTED + 1)
  test.each([
    ['a text', `"${deep}"`],
    ['a text with quotes', String.raw`"\"${deep}"`],
    ['a text that ends in a backslash', `"${deep}\\\\"`],
    ['a block', `"""${deep} " ${deep}"""`],
    ['a block with three quotes', String.raw`"""\"""${deep}"""`],
    ['a block whose last sign is a quote', `"""${deep}\\""""""`],
    ['a comment', `# "${deep}\n`],
  ])('in %s they are signs like others', (_name, text) => {
    expect(nestsTooDeeply(`{ a(b: ${text}\n) }`)).toBe(false)
    expect(() => parse(`{ a(b: ${text}\n1) }`)).not.toThrow(RangeError)
  })

  test.each([
    ['an empty text', '""'],
    ['an empty block', '""""""'],
    ['a text that ends in a backslash', String.raw`"\\"`],
    ['a block with three quotes', String.raw`"""\""""""`],
    ['a comment with a quote', '# "\n'],
  ])('behind %s they count', (_name, text) => {
    expect(nestsTooDeeply(`${text}${deep}`)).toBe(true)
  })
})
