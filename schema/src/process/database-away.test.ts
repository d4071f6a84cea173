import { expect, test, vi } from 'vitest'
import { isDatabaseAway, onceThere } from './database-away.ts'

const withCode = (code: string) => Object.assign(new Error('no'), { code })

test.each<unknown>([
  withCode('ECONNREFUSED'),
  withCode('57P03'),
  new Error('Connection terminated unexpectedly'),
  { message: 'no', name: 'Error', code: '57P01' },
  new Error('migration 1 failed', { cause: withCode('ECONNRESET') }),
  Object.assign(new AggregateError([withCode('ECONNREFUSED')]), { code: 'ECONNREFUSED' }),
])('%j: the database is away', (error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  withCode('28P01'),
  withCode('42P01'),
  new Error('the schema progress lacks 1_first: migrate first'),
  new Error('a row says: Connection terminated'),
  'ECONNREFUSED',
])('%s: it is there, and something else is wrong', (error) => {
  expect(isDatabaseAway(error)).toBe(false)
})

test('what is begun while the database is away is done once it is there, and no other fault is waited for', async () => {
  const work = vi.fn<() => Promise<string>>()
  work.mockRejectedValueOnce(withCode('ECONNREFUSED')).mockResolvedValueOnce('done')
  const onAway = vi.fn<(error: unknown) => void>()
  await expect(onceThere(work, onAway)).resolves.toBe('done')
  expect(onAway).toHaveBeenCalledOnce()
  await expect(onceThere(() => Promise.reject(withCode('28P01')), onAway)).rejects.toThrow('no')
  expect(onAway).toHaveBeenCalledOnce()
})
