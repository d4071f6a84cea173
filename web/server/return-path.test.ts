import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './return-path.ts'

const origin = new URL('https://portal.example')

describe('the way back after signing in', () => {
  it.each(['/', '/mal/1?fane=historikk#kommentarer', '/signering'])('keeps %s', (path) => {
    expect(safeReturnPath(path, origin)).toBe(path)
  })

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\n/evil.example',
    'javascript:x',
  ])('turns %j into the front page', (path) => {
    expect(safeReturnPath(path, origin)).toBe('/')
  })
})
