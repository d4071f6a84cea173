import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSocket, makeReady, settle, type Scene } from '../../../testing/subscriptions/socket-scene.ts'
import { defaultTiming } from '../contract/options.ts'

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
  it('whatever happens in any order: who listens has a socket or a timer, is asked for in the end, and no socket is leaked', async () => {
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
})
