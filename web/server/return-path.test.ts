import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NASTY_PATHS } from './testing/nasty-paths.ts'
import { safeReturnPath } from './return-path.ts'

const origin = new URL('https://portal.example')

describe('the way back after signing in', () => {
  it.each(['/', '/mal/1?fane=historikk#kommentarer', '/signering'])('keeps %s', (path) => {
    expect(safeReturnPath(path, origin)).toBe(path)
  })

  it.each([null, '', ...NASTY_PATHS])('turns %j into the front page', (path) => {
    expect(safeReturnPath(path, origin)).toBe('/')
  })

  // The letters of which addresses that mislead are made.
  const letters = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '%2f',
    '%2e',
    '\n',
    '\t',
    ' ',
    '#',
    '?',
    'http',
    'evil',
  )
  it('whatever path is given, the browser stays at the portal', () => {
    const paths = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(paths, fc.webUrl(), fc.string({ unit: 'binary' })), (path) => {
        const back = safeReturnPath(path, origin)
        expect(new URL(back, origin).origin).toBe(origin.origin)
        expect(back).toMatch(/^\/(?![/\\])/)
      }),
      { numRuns: 20_000 },
    )
  })
})
