import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPause } from './after-pause.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('what is called for again and again is done once, with what was given last', () => {
  const work = vi.fn<(text: string) => void>()
  const typing = afterPause(work, 100)
  for (const text of ['a', 'al', 'alm']) {
    typing.soon(text)
    vi.advanceTimersByTime(99)
  }
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work.mock.calls).toEqual([['alm']])
})

it('what is forgotten is not done', () => {
  const work = vi.fn<(text: string) => void>()
  const typing = afterPause(work, 100)
  typing.soon('alm')
  typing.forget()
  vi.advanceTimersByTime(1_000)
  expect(work).not.toHaveBeenCalled()
})
