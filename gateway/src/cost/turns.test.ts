import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TooMany, Turns, type Leave } from './turns.ts'

const LIMITS = {
  atOnce: 2,
  burst: 100,
  perSecond: 10,
  uncounted: 5,
  dear: 1_000,
  registeredShare: 0.1,
  waiting: 3,
  waitMs: 5_000,
}
const NEVER = new AbortController().signal

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** One operation that enters, and its outcome. */
function ask(turns: Turns, person: string, cost = 0, signal = NEVER, isRegistered = false) {
  const entered: { leave?: Leave; refused?: unknown } = {}
  turns.enter({ person, cost, signal, isRegistered }).then(
    (leave) => (entered.leave = leave),
    (reason: unknown) => (entered.refused = reason),
  )
  return entered
}
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('turns', () => {
  it('of one person wait for one another, and for nobody else', async () => {
    const turns = new Turns(LIMITS)
    const [first, second, third, other] = [ask(turns, 'a'), ask(turns, 'a'), ask(turns, 'a'), ask(turns, 'b')]
    await settle()
    expect([first.leave, second.leave, third.leave, other.leave].map((each) => each !== undefined)).toEqual([
      true,
      true,
      false,
      true,
    ])
    first.leave?.()
    first.leave?.()
    await settle()
    expect(third.leave).toBeDefined()
    for (const { leave } of [second, third, other]) leave?.()
    expect(turns.lines).toBe(0)
  })

  it('come with time after too much was requested', async () => {
    const turns = new Turns(LIMITS)
    ask(turns, 'a', 90)
    const next = ask(turns, 'a', 30)
    await vi.advanceTimersByTimeAsync(1_900)
    expect(next.leave).toBeUndefined()
    await vi.advanceTimersByTimeAsync(200)
    expect(next.leave).toBeDefined()
  })

  it('come to two dear ones at once, whether they are paid for or not, and to what is cheap beside one', async () => {
    const turns = new Turns({ ...LIMITS, atOnce: 8, burst: 1_000_000, dear: 50 })
    const dear = [1, 2, 3].map((at) => ask(turns, 'a', 51, NEVER, at % 2 === 0))
    await settle()
    expect(dear.map(({ leave }) => leave !== undefined)).toEqual([true, true, false])
    dear[0]?.leave?.()
    dear[1]?.leave?.()
    const cheap = [1, 2, 3, 4, 5].map(() => ask(turns, 'a', 50))
    await settle()
    expect([dear[2], ...cheap].map((each) => each?.leave !== undefined)).toEqual([
      ...[true, true, true, true, true],
      false,
    ])
  })

  it('are paid for in part by what is registered and dear', async () => {
    const turns = new Turns({ ...LIMITS, atOnce: 8, dear: 400 })
    const entered = [500, 400, 400, 500, 100].map((cost) => ask(turns, 'a', cost, NEVER, true))
    await settle()
    for (const { leave } of entered) leave?.()
    await settle()
    expect(entered.map(({ leave }) => leave !== undefined)).toEqual([true, true, true, true, true])
    expect([turns.pay('a', 1), turns.pay('b', 100)]).toEqual([false, true])
  })

  it('are not waited for by what is paid by the way', () => {
    const turns = new Turns(LIMITS)
    expect([turns.pay('a', 60), turns.pay('a', 60), turns.pay('b', 60), turns.pay('a', 40)]).toEqual([
      ...[true, false, true, true],
    ])
    expect([turns.pay('c', 101), turns.pay('c', 1)]).toEqual([false, false])
    vi.advanceTimersByTime(20_000)
    expect(turns.lines).toBe(0)
  })

  it('do not come to who waited too long, came too late or has left', async () => {
    const turns = new Turns(LIMITS)
    const running = [ask(turns, 'a'), ask(turns, 'a')]
    const leaving = new AbortController()
    const waiting = [ask(turns, 'a', 0, leaving.signal), ask(turns, 'a'), ask(turns, 'a'), ask(turns, 'a')]
    await settle()
    expect(waiting[3]?.refused).toBeInstanceOf(TooMany)
    leaving.abort(new Error('left'))
    await settle()
    expect(waiting[0]?.refused).toEqual(new Error('left'))
    await vi.advanceTimersByTimeAsync(5_001)
    expect(waiting.slice(1, 3).map(({ refused }) => refused instanceof TooMany)).toEqual([true, true])
    for (const { leave } of running) leave?.()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(turns.lines).toBe(0)
  })
})
