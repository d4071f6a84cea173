import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aClientSocket } from '../../../testing/subscriptions/client-scene.ts'
import { settingsWith } from '../../../testing/subscriptions/plans.ts'
import { aSession } from '../../../testing/subscriptions/world.ts'
import type { Session } from '../../actor/session.ts'
import { renewSession } from './renewal.ts'

// Time is held: a token that is over now is over.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const support = { role: 'SUPPORT', regionCode: null, enterpriseId: null } as const
const TOKEN = { authorization: 'Bearer x' }

/** A socket of Kari's, after a ping or a pong with this payload, when the token is of `fresh`. */
async function renewed(payload: object | undefined, fresh: () => Session | null, greeted = true) {
  const { client, socket, logged, logger } = aClientSocket()
  socket.bind(
    async () => {},
    () => {},
  )
  const former = aSession('kari')
  if (greeted) socket.session = former
  await renewSession(socket, payload as never, settingsWith({ authenticate: async () => fresh(), logger }))
  return { session: socket.session, former, did: client.did, logged }
}

it('B02 a fresh token of the same person with the same access takes the place of the former', async () => {
  const fresh = aSession('kari', 3_600_000)
  expect(await renewed(TOKEN, () => fresh)).toMatchObject({ session: fresh, did: [] })
})

it.each<[string, () => Session | null]>([
  ['nobody’s', () => null],
  ['over already', () => aSession('kari', -1)],
  ['over now', () => aSession('kari', 0)],
  ['another person’s', () => ({ ...aSession('kari'), subject: 'ola' })],
  ['of other access', () => ({ ...aSession('kari', 60_000, [support]), subject: 'kari' })],
])('B02 a token that is %s closes the socket', async (_whose, fresh) => {
  const { session, former, did } = await renewed(TOKEN, fresh)
  expect([session, did]).toEqual([former, [[4403, 'The fresh token is not good for this socket']]])
})

it.each([
  ['what brings no token', { mark: 1 }, true],
  ['what brings nothing', undefined, true],
  ['a token of who has not greeted', TOKEN, false],
])('B02 %s is nothing to renew by', async (_what, payload, greeted) => {
  const { did, session, former } = await renewed(payload, () => null, greeted)
  expect([did, session]).toEqual([[], greeted ? former : null])
})

it('B02 while nobody can verify it the former counts', async () => {
  const { did, session, former, logged } = await renewed(TOKEN, () => {
    throw new Error('issuer away')
  })
  expect([did, session, logged]).toEqual([[], former, ['a fresh token could not be verified']])
})
