import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'

/**
 * What commands lock before they read what they decide on, so that of two at once one waits for the other. A trainee's
 * relations go by the trainee; deputies, roles and openings by the person whose they are. A command takes one of these at
 * most, and first, whatever it writes after: two commands never wait for each other. A row that only refers to the
 * locked one is not in its way.
 */
export const lockTrainees = (tx: Tx, ids: readonly Id<'Person'>[]): PromiseLike<unknown> =>
  tx.$queryRaw`SELECT 1 FROM trainee WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`

export const lockPersons = (tx: Tx, ids: readonly Id<'Person'>[]): PromiseLike<unknown> =>
  tx.$queryRaw`SELECT 1 FROM person WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
