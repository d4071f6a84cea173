import { expect, it } from 'vitest'
import { refuse } from '../errors/refusal.ts'
import { stillHolds } from './from-gateway.ts'
import { aPerson } from './testing/world.ts'

const session = { subject: 'kari', actor: aPerson('1'), expiresAt: 0 }
const known = (actor: typeof session.actor) => ({ kind: 'known', actor, readAt: 0 }) as const

it('a session holds while identity knows the person as the same, read anew or not', async () => {
  expect(await stillHolds(() => known(session.actor), session)).toBe(true)
  expect(await stillHolds(() => known(aPerson('1')), session)).toBe(true)
})

it('it does not when the person is deactivated, or has other grants', async () => {
  expect(await stillHolds(() => refuse(403, 'PERSON_UNKNOWN', 'gone'), session)).toBe(false)
  const grant = { role: 'SUPPORT', scope: null, unitIds: null } as never
  expect(await stillHolds(() => known(aPerson('1', [grant])), session)).toBe(false)
})

it('nothing is said while identity is away', async () => {
  const away = () => refuse(503, 'ACTOR_UNAVAILABLE', 'later')
  await expect(stillHolds(away, session)).rejects.toThrow('later')
})
