import type { Tx } from '../database.ts'
import { asId } from '../outcome.ts'

/**
 * What commands lock before they read what they decide on, so that of two at once one waits for the other. A trainee's
 * relations go by the trainee; deputies, new roles and openings by the person whose they are. A command takes one of these
 * at most, and first, whatever it writes after: two commands never wait for each other. A row that only refers to the
 * locked one is not in its way.
 */
export const lockTrainee = (tx: Tx, id: string): PromiseLike<unknown> =>
  tx.$queryRaw`SELECT 1 FROM trainee WHERE id = ${asId(id)}::uuid FOR NO KEY UPDATE`

export const lockPerson = (tx: Tx, id: string): PromiseLike<unknown> =>
  tx.$queryRaw`SELECT 1 FROM person WHERE id = ${asId(id)}::uuid FOR NO KEY UPDATE`
