import { describe, expect, it } from 'vitest'
import { aSocket, makeReady, Probe, settle } from '../../../testing/subscriptions/socket-scene.ts'
import { defaultTiming, type Logger } from '../contract/options.ts'
import { UpstreamSocket } from './upstream-socket.ts'

describe('B02 the socket to a subgraph', () => {
  it('comes back for who listens after a break, a quiet moment and a new connection, again and again', async () => {
    const scene = aSocket(['http://one'])
    for (let round = 0; round < 3; round++) {
      const probe = scene.listen()
      await makeReady(scene)
      scene.wires.all.at(-1)?.break(1006)
      scene.clock.pass(1_000)
      await makeReady(scene)
      expect(probe.asked).toBe(2)
      scene.leave(probe)
      scene.clock.pass(6_000)
      expect([scene.socket.state, scene.wires.living.length]).toEqual(['idle', 0])
    }
  })

  it('gives up when the subgraph stays away, and begins anew with who comes then', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    scene.wires.all.at(-1)?.break(1006)
    for (let second = 0; second < 40; second++) {
      scene.wires.living.forEach((wire) => wire.break(1006))
      scene.clock.pass(1_000)
    }
    expect([probe.ended, scene.socket.state]).toEqual(['lost', 'idle'])
    const next = scene.listen()
    await makeReady(scene)
    expect([next.asked, scene.socket.state]).toEqual([1, 'ready'])
  })

  it('cuts a socket that never acknowledges, and one that no longer answers', async () => {
    const scene = aSocket()
    scene.listen()
    scene.wires.all[0]?.accept()
    scene.clock.pass(10_000)
    expect(scene.wires.all[0]?.state).toBe('closed')
    scene.clock.pass(1_000)
    await makeReady(scene)
    const ready = scene.wires.all.at(-1)
    if (ready) ready.probe = () => {}
    scene.clock.pass(20_000)
    expect(ready?.state).toBe('closed')
  })

  it('keeps one timer of a socket that answers at once, and none once it is closed', async () => {
    const scene = aSocket()
    scene.listen()
    await makeReady(scene)
    for (let minute = 0; minute < 3; minute++) scene.clock.pass(60_000)
    // The probe's, and the look at whoever waits.
    expect([scene.socket.state, scene.clock.pending]).toEqual(['ready', 2])
    scene.socket.close()
    expect(scene.clock.pending).toBe(0)
  })

  it('does not cut a socket that a stream holds: it cannot answer', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    const [wire] = scene.wires.living
    if (wire) wire.probe = () => {}
    scene.listening.get(probe)?.hold()
    scene.clock.pass(60_000)
    expect([wire?.state, wire?.isPaused]).toEqual(['open', true])
    scene.listening.get(probe)?.release()
    expect(wire?.isPaused).toBe(false)
    scene.clock.pass(20_000)
    expect(wire?.state).toBe('closed')
  })

  it('gives an answer that waited on a held socket all its time once that is read again', async () => {
    const scene = aSocket()
    const probe = scene.listen(false)
    await makeReady(scene)
    const [wire] = scene.wires.living
    if (wire) wire.probe = () => {}
    scene.clock.pass(10_000)
    scene.listening.get(probe)?.hold()
    scene.clock.pass(9_999)
    scene.listening.get(probe)?.release()
    scene.clock.pass(9_999)
    expect([wire?.state, probe.ended]).toEqual(['open', null])
    wire?.events.answered()
    // The next probe is not asked for earlier by a moment in which the socket was held.
    scene.listening.get(probe)?.hold()
    scene.listening.get(probe)?.release()
    scene.clock.pass(19_999)
    expect(wire?.state).toBe('open')
    scene.clock.pass(1)
    expect([wire?.state, probe.ended]).toEqual(['closed', 'lost'])
  })

  it('reads again when the one that held it leaves', async () => {
    const scene = aSocket()
    const [holding, other] = [scene.listen(), scene.listen()]
    await makeReady(scene)
    scene.listening.get(holding)?.hold()
    scene.leave(holding)
    expect([scene.wires.living[0]?.isPaused, other.ended]).toEqual([false, null])
  })

  it('tries on although no socket can be made at all, and says so', async () => {
    const scene = aSocket()
    const { connect } = scene.wires
    const errors: string[] = []
    const logger: Logger = { warn: () => {}, error: (_details, message) => void errors.push(message) }
    let isBroken = true
    const socket = new UpstreamSocket({
      urls: ['http://one'],
      timing: defaultTiming,
      logger,
      clock: scene.clock,
      connect: (url, events) => {
        if (isBroken) throw new SyntaxError('Invalid URL')
        return connect(url, events)
      },
    })
    const probe = new Probe(true)
    socket.subscribe(probe)
    expect([socket.state, errors]).toEqual(['waiting', ['no socket to the subgraph could be made']])
    isBroken = false
    scene.clock.pass(1_000)
    await makeReady(scene)
    expect(probe.asked).toBe(1)
  })

  it('is helped by its watchdog, and says so, should a timer ever be lost', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    scene.clock.loses = (ms) => ms <= 1_000
    scene.wires.all.at(-1)?.break(1006)
    scene.clock.loses = () => false
    expect([scene.socket.state, scene.wires.living]).toEqual(['waiting', []])
    scene.clock.pass(defaultTiming.watchMs)
    await makeReady(scene)
    expect([scene.errors, probe.asked]).toEqual([['streams were left without a socket'], 2])
  })

  it('ends everybody when it closes, and whoever comes after', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    scene.socket.close()
    const late = scene.listen()
    await settle()
    expect([probe.ended, late.ended, scene.wires.living.length, scene.clock.pending]).toEqual([
      'lost',
      'lost',
      0,
      0,
    ])
  })
})
