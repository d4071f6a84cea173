import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Found, TypedSearch } from './typed-search.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Pending = PromiseWithResolvers<Found<string>>

/** A search whose answers come when the test says so. */
function searching(least = 2) {
  const asked = new Map<string, Pending>()
  const onfound = vi.fn<(hits: readonly string[]) => void>()
  const search = new TypedSearch<string>(
    (question) => {
      asked.set(question, Promise.withResolvers())
      return (asked.get(question) as Pending).promise
    },
    { least, onfound },
  )
  const write = (text: string) => {
    search.write(text)
    vi.advanceTimersByTime(1_000)
  }
  const answer = async (question: string, hits: readonly string[], failed = false) => {
    asked.get(question)?.resolve({ hits, failed })
    await vi.advanceTimersByTimeAsync(0)
  }
  return { search, asked, write, answer, onfound }
}

it('F037 F091 what is typed is searched for, without the blanks around it', async () => {
  const { search, write, answer } = searching()
  write(' alm ')
  expect([search.hits, search.answered, search.waits]).toEqual([[], undefined, true])
  await answer('alm', ['ALM-001'])
  expect([search.hits, search.answered, search.waits, search.failed]).toEqual([
    ...[['ALM-001'], 'alm', false, false],
  ])
})

it('an answer that comes late does not replace the answer to what was typed after it', async () => {
  const { search, write, answer } = searching()
  write('al')
  write('alm')
  await answer('alm', ['ALM-001'])
  await answer('al', ['ALI-001', 'ALM-001'])
  expect([search.hits, search.answered]).toEqual([['ALM-001'], 'alm'])
})

it('what is found stays until something else is, or the text is too short to search for', async () => {
  const { search, asked, write, answer, onfound } = searching()
  write('alm')
  await answer('alm', ['ALM-001'])
  write('almi')
  expect([search.hits, search.waits]).toEqual([['ALM-001'], true])
  write('a')
  expect([search.hits, search.answered, search.waits]).toEqual([[], undefined, false])
  await answer('almi', ['ALM-001'])
  expect([search.hits, search.answered]).toEqual([[], undefined])
  expect([...asked.keys()]).toEqual(['alm', 'almi'])
  expect(onfound.mock.calls.map(([hits]) => hits)).toEqual([['ALM-001'], []])
})

it('what could not be searched says so', async () => {
  const { search, write, answer } = searching()
  write('alm')
  await answer('alm', [], true)
  expect([search.failed, search.answered]).toEqual([true, 'alm'])
})

it('no text at all is searched for where that is wanted', async () => {
  const { search, write, answer } = searching(0)
  write('')
  await answer('', ['all'])
  expect([search.hits, search.answered]).toEqual([['all'], ''])
})
