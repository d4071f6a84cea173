import { describe, expect, it } from 'vitest'
import { aSocket, makeReady, Probe, settle, type Scene } from '../../../testing/subscriptions/socket-scene.ts'
import { defaultTiming } from '../contract/options.ts'

const newest = ({ wires }: Scene) => {
  const wire = wires.all.at(-1)
  if (!wire) throw new Error('there is no socket')
  return wire
}
/** Of what was said to the subgraph, what kind it is. */
const said = (scene: Scene) => newest(scene).sent.map(({ type }) => type)
/** One whose subgraph answers each sign of life that is asked for, a moment later. */
const alive = (scene: Scene) => {
  const wire = newest(scene)
  const probes = { count: 0 }
  wire.probe = () => {
    probes.count++
    queueMicrotask(() => wire.events.answered())
  }
  return probes
}

describe('B02 what a subgraph says on its socket', () => {
  it('goes to the stream that it is of, with its length; what is of none harms nobody', async () => {
    const scene = aSocket()
    const sizes: number[] = []
    const [one, two, three] = [scene.listen(), scene.listen(), scene.listen()]
    one.next = ((_event: unknown, bytes: number) => void sizes.push(bytes)) as typeof one.next
    await makeReady(scene)
    const wire = newest(scene)
    const [first, second, third] = wire.running.map(({ id }) => id)
    const event = { id: first, type: 'next', payload: { data: {} } }
    wire.tell(event)
    wire.tell({ id: second, type: 'error', payload: [{ message: 'no' }] })
    wire.tell({ id: third, type: 'complete' })
    for (const type of ['next', 'error', 'complete'])
      wire.tell({ id: 'none', type, payload: type === 'error' ? [{ message: 'no' }] : {} })
    expect([sizes, one.ended, two.ended, three.ended]).toEqual([
      [JSON.stringify(event).length],
      null,
      'error',
      'complete',
    ])
    expect([wire.state, scene.errors, scene.warnings]).toEqual(['open', [], []])
  })

  it('a ping is answered, and what is not of the protocol breaks the socket', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    const wire = newest(scene)
    wire.tell({ type: 'ping' })
    expect(wire.sent.at(-1)).toEqual({ type: 'pong' })
    wire.tell({ type: 'pong' })
    expect([wire.state, probe.ended]).toEqual(['open', null])
    wire.tell({ type: 'nonsense' })
    expect([wire.state, scene.warnings.length]).toEqual(['closed', 2])
    expect(scene.warnings[0]).toMatchObject([expect.stringMatching(/not of the protocol/), {}])
  })

  it('a second acknowledgement says nothing: how long it has held counts from the first', async () => {
    const scene = aSocket()
    scene.listen()
    for (let round = 0; round < 2; round++) {
      await makeReady(scene)
      newest(scene).break(1006)
      scene.clock.pass(1_000)
    }
    await makeReady(scene)
    const { length } = scene.wires.all
    alive(scene)
    scene.clock.pass(3_000)
    newest(scene).acknowledge()
    scene.clock.pass(3_000)
    newest(scene).break(1006)
    // A new outage, in which the first attempt is made at once.
    scene.clock.pass(0)
    expect(scene.wires.all).toHaveLength(length + 1)
  })
})

describe('B02 what a subgraph is told', () => {
  it('who it is for, once it is there, and for what', async () => {
    const scene = aSocket()
    scene.listen()
    newest(scene).accept()
    expect(said(scene)).toEqual(['connection_init'])
    newest(scene).acknowledge()
    await settle()
    expect(said(scene)).toEqual(['connection_init', 'subscribe'])
    scene.listen()
    await settle()
    expect(said(scene)).toEqual(['connection_init', 'subscribe', 'subscribe'])
  })

  it('that a stream has ended, if it was asked for, once', async () => {
    const scene = aSocket()
    const [early, late] = [scene.listen(), scene.listen()]
    scene.leave(early)
    await makeReady(scene)
    const lease = scene.listening.get(late)
    lease?.leave()
    lease?.leave()
    expect(said(scene)).toEqual(['connection_init', 'subscribe', 'complete'])
  })

  it.each([
    ['a stream that left', 'leaves', ['connection_init']],
    ['a socket that broke', 'breaks', ['connection_init', 'subscribe']],
  ])('nothing of %s while it was made out what to ask', async (_what, how, told) => {
    const scene = aSocket()
    const asking = Promise.withResolvers<{ query: string }>()
    const probe = scene.listen()
    probe.request = () => asking.promise
    await makeReady(scene)
    const [former] = scene.wires.all
    if (how === 'leaves') scene.leave(probe)
    else newest(scene).break(1006)
    scene.clock.pass(1_000)
    await makeReady(scene)
    asking.resolve({ query: 'subscription { ticks }' })
    await settle()
    expect([former?.late, said(scene).filter((each) => each !== 'complete')]).toEqual([[], told])
  })

  it('nothing of one for which it could not be made out, which is lost; the others go on', async () => {
    const scene = aSocket()
    const [failing, gone, other] = [scene.listen(), scene.listen(), scene.listen()]
    const asking = Promise.withResolvers<{ query: string }>()
    for (const probe of [failing, gone]) probe.request = () => asking.promise
    await makeReady(scene)
    scene.leave(gone)
    asking.reject(new Error('no key'))
    await settle()
    expect([failing.ended, gone.ended, other.ended]).toEqual(['lost', null, null])
    expect(newest(scene).running).toHaveLength(1)
    expect(scene.errors).toContain('subscription could not be sent to the subgraph')
  })
})

describe('B02 a socket that is there', () => {
  it('lives on as long as it gives signs of life', async () => {
    const scene = aSocket()
    scene.listen()
    await makeReady(scene)
    const probes = alive(scene)
    for (let round = 0; round < 12; round++) {
      scene.clock.pass(10_000)
      await settle()
    }
    expect([newest(scene).state, scene.wires.all.length, probes.count > 4]).toEqual(['open', 1, true])
  })

  it('is kept for who comes back soon, and is then not let go of', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    scene.leave(probe)
    scene.clock.pass(defaultTiming.lingerMs - 1)
    scene.listen()
    scene.clock.pass(defaultTiming.lingerMs)
    expect([scene.wires.all.length, newest(scene).state]).toEqual([1, 'open'])
  })

  it('is let go of before it is closed: who comes then gets a new one, and nothing is watched meanwhile', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    newest(scene).close = () => {}
    scene.leave(probe)
    scene.clock.pass(defaultTiming.lingerMs)
    expect([scene.socket.state, scene.clock.pending]).toEqual(['idle', 0])
    scene.listen()
    expect(scene.wires.all).toHaveLength(2)
  })

  it('is shared by several, and held by nobody before it is there', async () => {
    const scene = aSocket()
    const first = scene.listen()
    const lease = scene.listening.get(first)
    expect(lease?.isShared()).toBe(false)
    const second = scene.listen()
    expect(lease?.isShared()).toBe(true)
    lease?.hold()
    await makeReady(scene)
    expect(newest(scene).isPaused).toBe(false)
    newest(scene).break(1006)
    lease?.hold()
    lease?.release()
    expect([first.ended, second.ended]).toEqual([null, null])
  })
})

describe('B02 a socket that breaks', () => {
  it('is told of where somebody listens, and of nothing else', async () => {
    const scene = aSocket()
    const probe = scene.listen()
    await makeReady(scene)
    newest(scene).break(1006)
    expect(scene.warnings).toEqual([
      ['socket to subgraph lost', expect.objectContaining({ code: 1006, streams: 1 })],
    ])
    scene.clock.pass(1_000)
    await makeReady(scene)
    scene.leave(probe)
    newest(scene).break(1006)
    expect(scene.warnings).toHaveLength(1)
  })

  it('is tried at each replica in turn, later each time', () => {
    const scene = aSocket(['http://one', 'http+unix:/run/two.sock:/graphql'])
    scene.listen()
    newest(scene).break(1006)
    scene.clock.pass(0)
    for (const wait of [200, 400, 800]) {
      const { length } = scene.wires.all
      newest(scene).break(1006)
      scene.clock.pass(wait / 2 - 1)
      expect(scene.wires.all).toHaveLength(length)
      scene.clock.pass(wait / 2 + 1)
      expect(scene.wires.all).toHaveLength(length + 1)
    }
    const [one, two] = ['ws://one', 'ws+unix:/run/two.sock:/graphql']
    expect(scene.wires.urls).toEqual([one, two, one, two, one])
  })

  it('and stays away for long is nothing that the watchdog has to mend', () => {
    const scene = aSocket(['http://one'], 8_000)
    const probe = scene.listen()
    for (let second = 0; second < 29; second++) {
      scene.wires.living.forEach((wire) => wire.break(1006))
      scene.clock.pass(1_000)
    }
    expect([scene.errors, probe.ended]).toEqual([[], null])
  })

  it('who comes to a closed one, and leaves at once, is told nothing', async () => {
    const scene = aSocket()
    scene.socket.close()
    const probe = new Probe(true)
    scene.socket.subscribe(probe).leave()
    await settle()
    expect([probe.ended, scene.clock.pending]).toEqual([null, 0])
  })
})
