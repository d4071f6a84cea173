import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultTiming, type Logger } from '../contract/options.ts'
import { FakeClock } from '../../../testing/subscriptions/fake-clock.ts'
import { FakeWires } from '../../../testing/subscriptions/fake-wires.ts'
import type { Lease, UpstreamSink } from './sink.ts'
import { UpstreamSocket } from './upstream-socket.ts'

/** A stream that only notes what happens to it. */
class Probe implements UpstreamSink {
  readonly canResume: boolean
  requests = 0
  events = 0
  ended: 'error' | 'complete' | 'lost' | null = null

  constructor(canResume: boolean) {
    this.canResume = canResume
  }

  request() {
    this.requests++
    return Promise.resolve({ query: 'subscription { ticks }' })
  }

  resumable = () => this.canResume || this.requests === 0
  next = () => void this.events++
  error = () => void (this.ended = 'error')
  complete = () => void (this.ended = 'complete')
  lost = () => void (this.ended = 'lost')
}

function aSocket(urls = ['http://one', 'http://two']) {
  const clock = new FakeClock()
  const wires = new FakeWires()
  const errors: string[] = []
  const logger: Logger = { warn: () => {}, error: (_details, message) => void errors.push(message) }
  const timing = { ...defaultTiming, backoffMs: 100, maxBackoffMs: 1_000 }
  const socket = new UpstreamSocket({ urls, timing, logger, clock, connect: wires.connect })
  const listening = new Map<Probe, Lease>()
  return {
    ...{ clock, wires, errors, socket, listening },
    listen(canResume = true) {
      const probe = new Probe(canResume)
      listening.set(probe, socket.subscribe(probe))
      return probe
    },
    leave(probe: Probe) {
      listening.get(probe)?.leave()
      listening.delete(probe)
    },
    /** Those that have not ended. */
    get waiting() {
      return [...listening.keys()].filter(({ ended }) => ended === null)
    },
  }
}

type Scene = ReturnType<typeof aSocket>
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

async function makeReady({ wires }: Scene) {
  for (const wire of wires.living) {
    wire.accept()
    wire.acknowledge()
  }
  await settle()
}

/** Whatever may happen, in any order; each acts on what is there. */
const acts: Record<string, (scene: Scene, pick: number) => void> = {
  subscribe: (scene) => scene.listen(),
  'subscribe what cannot be resumed': (scene) => scene.listen(false),
  leave: (scene, pick) => {
    const { waiting } = scene
    const probe = waiting[pick % Math.max(1, waiting.length)]
    if (probe) scene.leave(probe)
  },
  'all leave': (scene) => scene.waiting.forEach((probe) => scene.leave(probe)),
  reload: (scene) => {
    const { waiting } = scene
    for (const probe of waiting) scene.leave(probe)
    for (const { canResume } of waiting) scene.listen(canResume)
  },
  accept: ({ wires }) => wires.living.forEach((wire) => wire.accept()),
  acknowledge: ({ wires }) => wires.living.forEach((wire) => wire.acknowledge()),
  refuse: ({ wires }) => wires.living.forEach((wire) => wire.break(1006)),
  drop: ({ wires }) => wires.all.at(-1)?.break(1001),
  nonsense: ({ wires }) => wires.living.forEach((wire) => wire.tell({ type: 'nonsense' })),
  event: ({ wires }) =>
    wires.living.forEach((wire) =>
      wire.running.forEach(({ id }) => wire.tell({ id, type: 'next', payload: { data: {} } })),
    ),
  complete: ({ wires }) =>
    wires.living.forEach((wire) => wire.running.slice(0, 1).forEach(({ id }) => wire.complete(id))),
  hold: ({ listening }) => [...listening.values()].forEach((lease) => lease.hold()),
  release: ({ listening }) => [...listening.values()].forEach((lease) => lease.release()),
  'a moment passes': ({ clock }) => clock.pass(60),
  'a second passes': ({ clock }) => clock.pass(1_000),
  'six seconds pass': ({ clock }) => clock.pass(6_000),
  'a minute passes': ({ clock }) => clock.pass(60_000),
}

function expectSound({ socket, wires, clock, waiting, errors }: Scene) {
  if (waiting.length > 0) expect(['connecting', 'ready', 'waiting']).toContain(socket.state)
  expect(wires.living.length).toBeLessThanOrEqual(1)
  if (socket.state === 'idle') expect(wires.living).toHaveLength(0)
  // A probe, a retry or a goodbye, and the look at it all.
  expect(clock.pending).toBeLessThanOrEqual(3)
  expect(errors).toEqual([])
}

function expectClosed(scene: Scene) {
  scene.socket.close()
  expect([scene.waiting, scene.wires.living, scene.clock.pending]).toEqual([[], [], 0])
}

describe('B02 the socket to a subgraph', () => {
  it('whatever happens in any order: a listener has a socket or a timer, is subscribed in the end, and no socket is leaked', async () => {
    const step = fc.record({ act: fc.constantFrom(...Object.keys(acts)), pick: fc.nat(5) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, closes) => {
        const scene = aSocket()
        for (const { act, pick } of steps) {
          acts[act]?.(scene, pick)
          await settle()
          expectSound(scene)
        }
        // The subgraph is well from now on.
        for (let round = 0; round < 8; round++) {
          scene.clock.pass(1_000)
          await makeReady(scene)
        }
        const running = scene.wires.living.flatMap((wire) => wire.running)
        expect(running).toHaveLength(scene.waiting.length)
        acts['release']?.(scene, 0)
        expect(scene.wires.living.filter(({ isPaused }) => isPaused)).toEqual([])
        if (closes) return expectClosed(scene)
        for (const probe of scene.waiting) scene.leave(probe)
        scene.clock.pass(defaultTiming.lingerMs)
        expect([scene.socket.state, scene.wires.living.length]).toEqual(['idle', 0])
      }),
      { numRuns: 400 },
    )
  })

  it('comes back for who listens after a break, a quiet moment and a new connection, again and again', async () => {
    const scene = aSocket(['http://one'])
    for (let round = 0; round < 3; round++) {
      const probe = scene.listen()
      await makeReady(scene)
      scene.wires.all.at(-1)?.break(1006)
      scene.clock.pass(1_000)
      await makeReady(scene)
      expect(probe.requests).toBe(2)
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
    expect([next.requests, scene.socket.state]).toEqual([1, 'ready'])
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
    expect(probe.requests).toBe(1)
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
    expect([scene.errors, probe.requests]).toEqual([['streams were left without a socket'], 2])
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
