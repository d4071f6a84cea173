import { expect, it } from 'vitest'
import { refuse, type Refusal } from '../errors/refusal.ts'
import { createEndedSessions } from '../actor/ended-sessions.ts'
import { stillHolds } from './from-gateway.ts'
import { aPerson, aSession } from '../../testing/subscriptions/world.ts'

const session = aSession('kari')
const known = (actor: typeof session.actor) => ({ kind: 'known', actor, holdsUntil: Infinity }) as const
const ended = createEndedSessions()
const holds = (found: ReturnType<typeof known> | Refusal) => stillHolds({ find: () => found, ended }, session)

it('a session holds while identity returns an equal actor, read anew or not', async () => {
  expect(await holds(known(session.actor))).toBe(true)
  expect(await holds(known(aPerson('kari')))).toBe(true)
})

it('it does not when the person is deactivated, or has other grants', async () => {
  expect(await holds(refuse(403, 'PERSON_UNKNOWN', 'gone'))).toBe(false)
  const grant = { role: 'SUPPORT', regionCode: null, enterpriseId: null } as const
  expect(await holds(known(aPerson('kari', [grant])))).toBe(false)
})

it('it is undecided while identity is away', async () => {
  await expect(holds(refuse(503, 'ACTOR_UNAVAILABLE', 'later'))).rejects.toThrow('later')
})

it('it does not when the person has logged out of it, and nobody else', async () => {
  ended.add(session.credential, Date.now() + 60_000)
  expect(await holds(known(session.actor))).toBe(false)
  const other = { ...session, credential: 'of another device' }
  expect(await stillHolds({ find: () => known(session.actor), ended }, other)).toBe(true)
})
