import { setImmediate as tick } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import { Balancer } from './balancer.ts'

type Name = number

interface UnderWay {
  readonly attempt: Attempt<Name>
  /** Whether its replica had a closed circuit when it began. */
  readonly trusted: boolean
}

/** What is known of a replica from outside: three failures in a row and it is not trusted until it has answered. */
interface Model {
  up: boolean
  trusted: boolean
  failures: number
}

class World {
  now = 1_000_000
  readonly models: readonly Model[]
  readonly balancer: Balancer<Name>
  readonly underWay: UnderWay[] = []
  readonly wrong: string[] = []
  waiting = 0

  constructor(size: number, random: () => number) {
    this.models = Array.from({ length: size }, () => ({ up: true, trusted: true, failures: 0 }))
    this.balancer = new Balancer([...this.models.keys()], { now: () => this.now, random })
  }

  model(name: Name): Model {
    const model = this.models[name]
    if (!model) throw new Error(`No replica ${name}`)
    return model
  }

  probesOf = (name: Name) =>
    this.underWay.filter(({ attempt, trusted }) => attempt.target === name && !trusted).length

  async ask(mayProbe: boolean): Promise<void> {
    this.waiting++
    const until = { deadlineAt: Date.now() + 60_000 }
    void this.balancer.next({ tried: new Set(), mayProbe, until }).then((attempt) => {
      this.waiting--
      if (attempt) this.begin(attempt, mayProbe)
    })
    await tick()
  }

  begin(attempt: Attempt<Name>, mayProbe: boolean): void {
    const name = attempt.target
    const { trusted } = this.model(name)
    const better = this.models.some((each) => each.trusted)
    if (!trusted && this.probesOf(name) > 0) this.wrong.push('two probes at once')
    if (!trusted && better && !mayProbe) this.wrong.push('a probe by who may not')
    this.underWay.push({ attempt, trusted })
  }

  /** Ends a request that is under way: left by its client, or as its replica is. */
  async end(at: number, abandoned: boolean): Promise<void> {
    const [each] = this.underWay.splice(at % Math.max(1, this.underWay.length), 1)
    if (!each) return
    const model = this.model(each.attempt.target)
    if (!abandoned) this.judge(model, each)
    each.attempt.end()
    await tick()
  }

  judge(model: Model, { attempt, trusted }: UnderWay): void {
    if (model.up) attempt.answered()
    else attempt.failed()
    // What began before the circuit opened is not heard any more.
    if (trusted && !model.trusted) return
    model.failures = model.up ? 0 : model.failures + 1
    model.trusted = model.up || (trusted && model.failures < 3)
  }
}

type Step = (world: World) => Promise<void> | void

/** Long enough a time without an answer to open the circuit of one that is down. */
const severalInTurn: Step = async (world) => {
  for (let count = 0; count < 4; count++) {
    await world.ask(true)
    await world.end(world.underWay.length - 1, false)
  }
}

/** Perhaps the probe. */
const askAndLeave: Step = async (world) => {
  await world.ask(true)
  await world.end(world.underWay.length - 1, true)
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant(askAndLeave),
  fc.constant(severalInTurn),
  fc.boolean().map(
    (mayProbe): Step =>
      (world) =>
        world.ask(mayProbe),
  ),
  fc.boolean().map(
    (mayProbe): Step =>
      (world) =>
        world.ask(mayProbe),
  ),
  fc.tuple(fc.nat(20), fc.boolean()).map(
    ([at, left]): Step =>
      (world) =>
        world.end(at, left),
  ),
  fc.nat(20).map(
    (at): Step =>
      (world) =>
        world.end(at, false),
  ),
  fc.integer({ min: 1, max: 9000 }).map(
    (ms): Step =>
      (world) =>
        void (world.now += ms),
  ),
  fc.tuple(fc.nat(3), fc.boolean()).map(([at, up]): Step => ({ models }) => {
    const model = models[at % models.length]
    if (model) model.up = up
  }),
)

const worlds = fc.record({
  up: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  seed: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 8 }),
  run: fc.array(steps, { maxLength: 60 }),
})

async function play({ up, seed, run }: { up: boolean[]; seed: number[]; run: Step[] }): Promise<World> {
  let at = 0
  const world = new World(up.length, () => seed[at++ % seed.length] ?? 0)
  up.forEach((each, name) => (world.model(name).up = each))
  for (const step of run) await step(world)
  return world
}

describe('whatever happens, in whatever order', () => {
  it('a replica never has two probes at once, and who waits is answered when they end', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (each) => {
        const world = await play(each)
        for (let rounds = 0; world.underWay.length > 0 || world.waiting > 0; rounds++) {
          expect(rounds).toBeLessThan(1000)
          await world.end(0, false)
        }
        expect(world.wrong).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('every replica recovers once it is up', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (each) => {
        const world = await play(each)
        while (world.underWay.length > 0) await world.end(0, false)
        for (const model of world.models) model.up = true
        for (let round = 0; round < 2 * world.models.length; round++) {
          world.now += 300_000
          await world.ask(true)
          await world.end(0, false)
        }
        expect(world.models.every(({ trusted }) => trusted)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('a request goes to the less loaded of two', async () => {
    const load = fc.array(fc.nat(1), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(load, async (ends) => {
        const world = new World(2, () => 0)
        for (const end of ends) {
          await world.ask(true)
          const pending = [0, 1].map(
            (name) => world.underWay.filter(({ attempt }) => attempt.target === name).length,
          )
          const newest = world.underWay.at(-1)?.attempt.target ?? 0
          expect(pending[newest] ?? 0).toBeLessThanOrEqual((pending[1 - newest] ?? 0) + 1)
          if (end) await world.end(0, false)
        }
      }),
    )
  })
})

describe('step by step', () => {
  const anyone = () => ({
    tried: new Set<Name>(),
    mayProbe: true,
    until: { deadlineAt: Date.now() + 60_000 },
  })
  const DOWN = [0, 1]

  async function twoThatAreDown() {
    const world = new World(DOWN.length, () => 0)
    for (const model of world.models) model.up = false
    for (let count = 0; count < 3 * DOWN.length; count++) {
      await world.ask(true)
      await world.end(0, false)
      world.now += 10
    }
    return world
  }

  it('with every circuit open, the one that reopens first is tried', async () => {
    const { balancer, now } = await twoThatAreDown()
    const need = anyone()
    const attempt = await balancer.next(need)
    // The second last failure opened the first, the last one the other.
    expect([attempt?.target, now]).toEqual([0, 1_000_060])
    attempt?.failed()
    attempt?.end()
    need.tried.add(0)
    expect((await balancer.next(need))?.target).toBe(1)
  })

  it('who finds nothing but probes waits, and a probe that fails has failed for all of them', async () => {
    const world = await twoThatAreDown()
    const probes = [await world.balancer.next(anyone()), await world.balancer.next(anyone())]
    const need = anyone()
    const waiting = world.balancer.next(need)
    await tick()
    probes[0]?.failed()
    probes[0]?.end()
    probes[1]?.answered()
    probes[1]?.end()
    expect([(await waiting)?.target, [...need.tried]]).toEqual([1, [0]])
  })

  it('who waits for a probe waits no longer than it has time', async () => {
    const world = await twoThatAreDown()
    await world.balancer.next(anyone())
    await world.balancer.next(anyone())
    const hurried = world.balancer.next({ ...anyone(), until: { deadlineAt: Date.now() + 20 } })
    await expect(hurried).rejects.toMatchObject({ reason: 'timeout', sent: false })
  })

  it('a slow replica is avoided while requests come one by one, and tried again later', async () => {
    const world = new World(2, () => 0)
    const chosen: Name[] = []
    const askOnce = async () => {
      const attempt = await world.balancer.next(anyone())
      if (!attempt) throw new Error('Each was tried')
      world.now += attempt.target === 0 ? 400 : 5
      attempt.answered()
      attempt.end()
      chosen.push(attempt.target)
    }
    for (let count = 0; count < 40; count++) await askOnce()
    expect(chosen.filter((name) => name === 0).length).toBeLessThan(5)
    world.now += 60_000
    for (let count = 0; count < 2; count++) await askOnce()
    expect(chosen.slice(-2)).toContain(0)
  })
})
