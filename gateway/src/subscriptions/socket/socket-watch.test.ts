import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aClientSocket } from '../../../testing/subscriptions/client-scene.ts'
import { aSession } from '../../../testing/subscriptions/world.ts'
import { defaultTiming } from '../contract/options.ts'
import { SocketWatch } from './socket-watch.ts'

const START = 1_000_000
const timing = {
  ...defaultTiming,
  pingAfterMs: 20_000,
  sweepMs: 1_000,
  recheckMs: 2_000,
  renewBeforeMs: 60_000,
  remindMs: 10_000,
}

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => void vi.useRealTimers())

interface Given {
  readonly lifeMs?: number
  readonly holdsForMs?: number
  readonly recheckInMs?: number
  /** Whether the session goes on, when it is asked about. */
  readonly holds?: () => boolean
}

/** Sockets of these people under a watch; time passes second by second. */
function aWatch(given: Given = {}, people: readonly (string | null)[] = ['kari']) {
  const { lifeMs = 3_600_000, holdsForMs = Infinity, recheckInMs = Infinity, holds = () => true } = given
  const asked: string[] = []
  const logged: string[] = []
  const clients = people.map((person) => {
    const each = aClientSocket({ heardAt: START, recheckAt: START + recheckInMs })
    each.socket.bind(
      async () => {},
      () => {},
    )
    if (person) each.socket.session = { ...aSession(person, lifeMs), holdsUntil: START + holdsForMs }
    return each
  })
  const logger = { warn: (_details: unknown, message: string) => void logged.push(message), error: () => {} }
  const stillHolds = async ({ subject }: { readonly subject: string }) => {
    asked.push(subject)
    return holds()
  }
  const watch = new SocketWatch({ timing, logger, stillHolds }, new Set(clients.map(({ socket }) => socket)))
  return {
    ...{ watch, clients, asked, logged },
    did: () => clients.map(({ client }) => client.did),
    async seconds(count: number, hears = true) {
      for (let second = 0; second < count; second++) {
        await vi.advanceTimersByTimeAsync(1_000)
        if (hears) for (const { client } of clients) client.emit('pong')
        watch.sweep()
        await vi.advanceTimersByTimeAsync(0)
      }
    },
  }
}

describe('B02 a session that ends', () => {
  it('closes its socket when its token expires, and none that has not greeted', async () => {
    const { did, seconds } = aWatch({ lifeMs: 5_000 }, ['kari', null])
    await seconds(4)
    expect(did()).toEqual([[], []])
    await seconds(1)
    expect(did()).toEqual([[[4403, 'Token expired']], []])
  })

  it.each([
    ['when it has not been asked about for so long', { recheckInMs: 2_000 }, 2],
    ['when the calendar makes the person another', { holdsForMs: 3_000 }, 3],
  ])('is asked about %s', async (_when, given, second) => {
    const { asked, seconds } = aWatch(given)
    await seconds(second - 1)
    expect(asked).toEqual([])
    await seconds(1)
    expect(asked).toEqual(['kari'])
  })

  it('is asked about again and again', async () => {
    const { asked, seconds } = aWatch({ recheckInMs: 2_000 })
    await seconds(7)
    expect(asked).toHaveLength(3)
  })

  it('closes with 4403 when access has changed, with 1013 when nobody can say', async () => {
    const gone = aWatch({ recheckInMs: 1_000, holds: () => false })
    await gone.seconds(1)
    expect([gone.did(), gone.logged]).toEqual([[[[4403, 'Access has changed']]], []])
    const unknown = aWatch({
      recheckInMs: 1_000,
      holds: () => {
        throw new Error('identity away')
      },
    })
    await unknown.seconds(1)
    expect(unknown.did()).toEqual([[[1013, 'Try again later']]])
    expect(unknown.logged).toHaveLength(1)
  })

  it('is asked about at once where something was heard of it, and no other', async () => {
    const { watch, asked, did } = aWatch({ holds: () => false }, ['kari', 'ola', null])
    watch.recheck(({ subject }) => subject === 'kari')
    await vi.advanceTimersByTimeAsync(0)
    expect([asked, did()]).toEqual([['kari'], [[[4403, 'Access has changed']], [], []]])
  })
})

describe('B02 a token that expires soon', () => {
  it('is asked for a minute before, and every ten seconds again', async () => {
    const { clients, seconds } = aWatch({ lifeMs: 65_000 })
    const asked = () => clients[0]?.client.told.filter(({ type }) => type === 'ping').length
    await seconds(4)
    expect(asked()).toBe(0)
    await seconds(1)
    expect(asked()).toBe(1)
    await seconds(9)
    expect(asked()).toBe(1)
    await seconds(1)
    expect(asked()).toBe(2)
  })
})

describe('B02 a client that is silent', () => {
  it('is asked for a sign of life, once, and dropped when none comes for twice as long', async () => {
    const { did, seconds } = aWatch({}, ['kari', null])
    await seconds(20, false)
    expect(did()).toEqual([[], []])
    await seconds(1, false)
    expect(did()).toEqual([['ping'], ['ping']])
    await seconds(39, false)
    expect(did()).toEqual([['ping'], ['ping']])
    await seconds(1, false)
    expect(did()).toEqual([
      ['ping', 'terminate'],
      ['ping', 'terminate'],
    ])
  })

  it('and gives one in time is not, and is asked again', async () => {
    const { did, seconds, clients } = aWatch()
    await seconds(50, false)
    clients[0]?.client.emit('pong')
    await seconds(20, false)
    expect(did()).toEqual([['ping']])
    await seconds(1, false)
    expect(did()).toEqual([['ping', 'ping']])
  })
})
