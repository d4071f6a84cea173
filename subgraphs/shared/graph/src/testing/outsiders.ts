import { randomUUID } from 'node:crypto'
import type { Actor } from '@kompetanse/schema/actor-token'
import { aPerson, officeOf } from './a-person.ts'

/** Persons whom a subgraph's own fixtures make. */
export interface Strangers {
  readonly trainee: Actor
  /** Leader or mentor of that trainee. */
  readonly near: Actor
  /** Leader or mentor, until yesterday, of the trainee whom the samples are of. */
  readonly former: Actor
  readonly stranger: Actor
}

/** Everybody who has no part in the samples, by what they are to the trainee whom these are of. */
export const outsidersOf = ({ trainee, near, former, stranger }: Strangers) => ({
  'another trainee': trainee,
  'who is near another trainee': near,
  'who was near until yesterday': former,
  'an administrator of elsewhere': officeOf(stranger.personId)('LOCAL_ADMIN', { enterpriseId: randomUUID() }),
  'a machine of another region': aPerson('', { kind: 'machine', regionCode: 'HELSE_NORD' }),
})
