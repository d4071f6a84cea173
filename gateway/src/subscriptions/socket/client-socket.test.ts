import { describe, expect, it } from 'vitest'
import { aClientSocket } from '../../../testing/subscriptions/client-scene.ts'
import { aSession } from '../../../testing/subscriptions/world.ts'

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** One that is bound, with what was heard of it. */
function aBound(options: Parameters<typeof aClientSocket>[0] = {}) {
  const scene = aClientSocket(options)
  const heard: string[] = []
  const ended: unknown[] = []
  scene.socket.bind(
    async (code, reason) => void ended.push([code, reason]),
    () => void ended.push('gone'),
  )
  scene.socket.onMessage(async (text) => void heard.push(text))
  return { ...scene, heard, ended }
}

describe('B02 what a client says', () => {
  it('is heard, which is noted; across our farewell it begins nothing', () => {
    const { client, socket, heard, ended } = aBound()
    socket.silentLooks = 3
    client.say('before')
    expect([socket.heardAt > 0, socket.silentLooks]).toEqual([true, 0])
    socket.close(4403, 'Token expired')
    client.say('after')
    client.emit('close', 4403, 'Token expired')
    expect([heard, ended, client.did]).toEqual([
      ['before'],
      [[4403, 'Token expired'], 'gone'],
      [[4403, 'Token expired']],
    ])
  })

  it('an answer to a ping of the socket is a sign of life', () => {
    const { client, socket } = aBound()
    client.emit('pong')
    expect(socket.heardAt).toBeGreaterThan(0)
  })

  it('that nests without end closes the socket, and is not read', () => {
    const { client, heard } = aBound()
    client.say('['.repeat(5_000))
    expect([heard, client.did]).toEqual([[], [[4400, 'Nested too deeply']]])
  })

  it('that cannot be handled closes the socket, and is logged', async () => {
    const { client, socket, logged } = aClientSocket()
    socket.bind(
      () => Promise.reject(new Error('a bug')),
      () => {},
    )
    socket.onMessage(() => Promise.reject(new Error('a bug')))
    client.say('x')
    await settle()
    expect(client.did).toEqual([[4500, 'Internal server error']])
    expect(logged).toEqual([
      'message of a client could not be handled',
      'socket of a client could not be cleaned up',
    ])
  })
})

describe('B02 a socket that ends', () => {
  it('by the client ends all that runs on it, once', () => {
    const { client, ended } = aBound()
    client.emit('error', new Error('reset'))
    client.emit('close', 1006, 'lost')
    expect(ended).toEqual([[1006, 'lost'], 'gone'])
  })

  it('is told nothing more', () => {
    const { client, socket } = aBound()
    client.readyState = 3
    socket.send('x')
    socket.ping()
    expect([socket.next('1', '{}'), client.texts, client.did]).toEqual([true, [], []])
    socket.terminate()
    expect(client.did).toEqual(['terminate'])
  })
})

describe('B02 what a client is told', () => {
  it('an event, under the name of its subscription', () => {
    const { client, socket } = aBound()
    socket.next('a"b', '{"data":1}')
    expect(client.told).toEqual([{ id: 'a"b', type: 'next', payload: { data: 1 } }])
  })

  it.each([
    [undefined, { type: 'pong' }],
    [{ mark: 1 }, { type: 'pong', payload: { mark: 1 } }],
    [{ authorization: 'Bearer x' }, { type: 'pong' }],
  ])('to a ping with %j a pong, and no token is sent back', (payload, pong) => {
    const { client, socket } = aBound()
    socket.onPing(payload)
    expect(client.told).toEqual([pong])
  })

  it('when its token expires; a fresh one takes its place, and is asked for anew in its time', () => {
    const { client, socket } = aBound()
    const session = aSession('kari')
    socket.askForToken(session)
    expect(client.told).toEqual([
      { type: 'ping', payload: { type: 'token_expiring', expiresAt: session.expiresAt } },
    ])
    socket.remindAt = 9
    socket.renew(session)
    expect([socket.session, socket.remindAt]).toEqual([session, 0])
    socket.ping()
    expect(client.did).toEqual(['ping'])
  })
})

describe('B02 a client that does not keep up', () => {
  // Of a message so long the most that it may take is 3 bytes a letter and 10 for its header.
  const payload = '""'
  const { length } = '{"id":"1","type":"next","payload":""}'

  it.each([
    [0, 100, true],
    [100, 100, true],
    [101, 100, false],
  ])('%i bytes of %i unsent: there is room: %j', (unsent, unsentBytes, room) => {
    const { client, socket } = aBound({ unsentBytes })
    client.stays = unsent
    expect(socket.next('1', payload)).toBe(room)
  })

  it.each([
    ['that may fill the socket', 3 * length + 9, 1],
    ['that just fits', 3 * length + 10, 0],
  ])('a message %s tells when it is written: %i', (_which, unsentBytes, told) => {
    const { client, socket } = aBound({ unsentBytes })
    socket.next('1', payload)
    expect(client.written).toHaveLength(told)
  })

  it('what is unsent counts', () => {
    const { client, socket } = aBound({ unsentBytes: 3 * length + 10 })
    client.bufferedAmount = 1
    socket.next('1', payload)
    expect(client.written).toHaveLength(1)
  })

  it('goes on when half of it has gone, each once', () => {
    const { client, socket } = aBound({ unsentBytes: 100 })
    const ran: string[] = []
    for (const name of ['a', 'b']) socket.whenDrained(() => ran.push(name))
    client.stays = 101
    socket.next('1', payload)
    client.bufferedAmount = 51
    client.written[0]?.()
    expect(ran).toEqual([])
    client.bufferedAmount = 50
    client.written[0]?.()
    client.written[0]?.()
    expect(ran).toEqual(['a', 'b'])
  })
})
