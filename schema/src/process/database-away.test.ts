import { expect, test, vi } from 'vitest'
import { isDatabaseAway, onceThere } from './database-away.ts'

const withCode = (code: string) => Object.assign(new Error('no'), { code })
/** As Prisma throws what its adapter could not do. */
const fromPrisma = (code: string, cause: object) =>
  Object.assign(withCode(code), { meta: { driverAdapterError: Object.assign(new Error('no'), { cause }) } })

test.each<unknown>([
  withCode('ECONNREFUSED'),
  withCode('57P03'),
  new Error('Connection terminated unexpectedly'),
  { message: 'no', name: 'Error', code: '57P01' },
  new Error('migration 1 failed', { cause: withCode('ECONNRESET') }),
  Object.assign(new AggregateError([withCode('ECONNREFUSED')]), { code: 'ECONNREFUSED' }),
  fromPrisma('P1001', { kind: 'DatabaseNotReachable', host: '127.0.0.1' }),
  fromPrisma('P2010', { kind: 'postgres', code: '57P01' }),
  fromPrisma('P2037', { kind: 'TooManyConnections', originalCode: '53300' }),
  new Error('Transaction API error: Unable to start a transaction in the given time.'),
  new Error(
    '\nInvalid `prisma.goal.findMany()` invocation:\n\n\nTransaction API error: A query cannot be executed on an expired transaction. The timeout was 8000 ms.',
  ),
])('%j: the database is away', (error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  withCode('28P01'),
  withCode('42P01'),
  new Error('the schema progress lacks 1_first: migrate first'),
  new Error('a row says: Connection terminated'),
  new Error('Transaction API error: A query cannot be executed on a committed transaction.'),
  'ECONNREFUSED',
  fromPrisma('P2002', { kind: 'UniqueConstraintViolation', originalCode: '23505' }),
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
