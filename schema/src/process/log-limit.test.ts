import { expect, test } from 'vitest'
import { createLogLimit, limitedPerCause, type Withheld } from './log-limit.ts'

function aLog() {
  const windows: (() => void)[] = []
  const counted: Withheld[] = []
  const limit = createLogLimit({ schedule: (work) => windows.push(work) })
  return {
    counted,
    say: (message: string, err?: unknown, more: object = {}) =>
      limit({ level: 50, message, details: { err, ...more } }, (withheld) => void counted.push(withheld)),
    /** Ten seconds pass. */
    pass: () => windows.splice(0).forEach((close) => close()),
  }
}
const away = (port: number) =>
  Object.assign(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`), { code: 'ECONNREFUSED' })

test('of one cause the first line is written, and the others are counted every ten seconds', () => {
  const { say, pass, counted } = aLog()
  const first = Array.from({ length: 313 }, (_, at) => say('resolver failed', away(at)))
  expect(first.filter(Boolean)).toHaveLength(1)
  pass()
  expect(counted).toEqual([{ times: 312, correlationIds: [] }])
  expect(say('resolver failed', away(1))).toBe(false)
  pass()
  pass()
  expect(counted.map(({ times }) => times)).toEqual([312, 1])
  expect(say('resolver failed', away(1))).toBe(true)
})

test('another message, kind of error, code or text is another cause', () => {
  const { say } = aLog()
  const lines: [string, unknown?][] = [
    ...[['a', away(1)] as [string, unknown], ['b', away(1)] as [string, unknown]],
    ...[['a', new Error('other')] as [string, unknown], ['a', new TypeError('other')] as [string, unknown]],
    ...[['a', Object.assign(new Error('other'), { code: '23505' })] as [string, unknown], ['a'] as [string]],
  ]
  for (const [message, error] of lines) expect(say(message, error)).toBe(true)
  for (const [message, error] of lines) expect(say(message, error)).toBe(false)
})

test('another place in the answer is another cause, but for a database that is away; another in a list is not', () => {
  const { say } = aLog()
  const bug = new TypeError('no')
  expect(say('resolver failed', bug, { path: ['goals', 0, 'title'] })).toBe(true)
  expect(say('resolver failed', bug, { path: ['goals', 1, 'title'] })).toBe(false)
  expect(say('resolver failed', bug, { path: ['plans', 0, 'title'] })).toBe(true)
  expect(say('resolver failed', away(1), { path: ['goals'] })).toBe(true)
  expect(say('resolver failed', away(1), { path: ['plans'] })).toBe(false)
})

test('what is no Error is identified by its message and subgraph', () => {
  const { say } = aLog()
  expect(say('bug masked', 'Internal error', { subgraph: 'progress' })).toBe(true)
  expect(say('bug masked', 'Internal error', { subgraph: 'identity' })).toBe(true)
  expect(say('bug masked', 'Internal error', { subgraph: 'identity', path: ['me'] })).toBe(false)
  expect(say('bus', undefined, { message: 'not this one', name: 'Error' })).toBe(true)
  expect(say('bus', undefined, { message: 'nor this one', name: 'Error' })).toBe(true)
})

test('the ids by which a person finds the line are kept, twenty at most', () => {
  const { say, pass, counted } = aLog()
  for (let id = 0; id < 100; id++) say('resolver failed', away(1), { correlationId: id })
  pass()
  expect(counted).toEqual([{ times: 99, correlationIds: Array.from({ length: 20 }, (_, at) => at + 1) }])
})

test('causes without end are one cause more, and not as much memory', () => {
  const { say } = aLog()
  const letters = (at: number) => String.fromCodePoint(0x4e00 + at)
  const written = Array.from({ length: 1_000 }, (_, at) => say(letters(at))).filter(Boolean)
  expect(written).toHaveLength(201)
})

test('as hooks of a logger: what is withheld is written as one line of the same level', () => {
  const windows: (() => void)[] = []
  const { logMethod } = limitedPerCause({ schedule: (work) => windows.push(work) })
  const written: unknown[] = []
  const logger = { level: 'warn' }
  function method(this: object, ...args: unknown[]) {
    written.push([this === logger, ...args])
  }
  const first = { err: away(1), correlationId: 'a' }
  logMethod.call(logger, [first, 'bug'], method, 50)
  logMethod.call(logger, [{ err: away(2), correlationId: 'b' }, 'bug'], method, 50)
  logMethod.call(logger, ['plain'], method, 40)
  windows[0]?.()
  expect(written).toEqual([
    [true, first, 'bug'],
    [true, 'plain'],
    [true, { times: 1, correlationIds: ['b'] }, 'bug: and 1 times more'],
  ])
})
