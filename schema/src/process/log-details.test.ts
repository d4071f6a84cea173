import { describe, expect, it } from 'vitest'
import { describeError } from './log-details.ts'

const WRITTEN = 'Pasienten heter Kari'

describe('what a log holds of an error', () => {
  it('is what went wrong and where, and nothing else that hangs on it', () => {
    const cause = Object.assign(new Error(`Invalid call: ${WRITTEN}\n\nthe value is too long`), {
      meta: WRITTEN,
    })
    const error = Object.assign(new Error('no row', { cause }), {
      code: '23514',
      detail: WRITTEN,
      client: {},
    })
    const { stack, cause: logged, ...rest } = describeError(error)
    expect(rest).toEqual({ type: 'Error', message: 'no row', code: '23514' })
    expect(stack).toContain('log-details.test.ts')
    expect(logged?.message).toBe('the value is too long')
    expect(JSON.stringify(describeError(error))).not.toContain(WRITTEN)
  })

  it.each([
    ['the message of another process', 'it broke', { type: 'string', message: 'it broke' }],
    [
      'what only looks like an error',
      { message: 'it broke', queue: WRITTEN },
      { type: 'Error', message: 'it broke' },
    ],
    ['anything else', { text: WRITTEN }, { type: 'object', message: 'not an Error' }],
  ])('%s', (_, error, logged) => {
    expect(describeError(error)).toEqual(logged)
  })
})
