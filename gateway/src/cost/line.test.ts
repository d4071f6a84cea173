import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Line, type LineLimits, type Place } from './line.ts'

/** Of three places: one, two, or more than there are. */
const room = fc.constantFrom(1, 1, 1, 2, 5)
const LIMITS: LineLimits = { atOnce: 3, burst: 100, perSecond: 10 }

/** A line, and everybody who ever came to it. */
class World {
  now = 0
  readonly line = new Line(LIMITS, 0)
  readonly places: Place[] = []

  enter(cost: number, room: number) {
    this.places.push(this.line.enter({ cost, room }, () => undefined, this.now))
  }

  leave(pick: number) {
    const place = this.places[pick % Math.max(1, this.places.length)]
    if (place) this.line.leave(place, this.now)
  }

  pass(ms: number) {
    this.now += ms
    this.line.look(this.now)
  }

  in(state: Place['state']) {
    return this.places.filter((each) => each.state === state)
  }
}

/** One thing that happens to a line; whatever it is, the line holds after it. */
class Step implements fc.Command<World, World> {
  readonly #name: string
  readonly #act: (world: World) => unknown
  constructor(name: string, act: (world: World) => unknown) {
    this.#name = name
    this.#act = act
  }
  check = () => true
  run(_model: World, world: World) {
    this.#act(world)
    holds(world)
  }
  toString = () => this.#name
}

const enter = (cost: number, room: number) =>
  new Step(`enter ${cost} with ${room}`, (world) => world.enter(cost, room))
const pay = (cost: number) => new Step(`pay ${cost}`, (world) => world.line.pay(cost, world.now))
const leave = (pick: number) => new Step(`leave ${pick}`, (world) => world.leave(pick))
const pass = (ms: number) => new Step(`pass ${ms}`, (world) => world.pass(ms))

function holds(world: World) {
  const begun = world.in('begun')
  const waiting = world.in('waiting')
  const taken = begun.reduce((sum, place) => sum + place.room, 0)
  if (taken > LIMITS.atOnce) throw new Error('more at once than may be')
  if (world.line.waiting !== waiting.length) throw new Error('somebody is forgotten, or waits twice')
  const hasRoom = (place?: Place) => place !== undefined && taken + place.room <= LIMITS.atOnce
  if (waiting[0]?.cost === 0 && hasRoom(waiting[0])) throw new Error('what costs nothing waits for room')
  // Time alone must let the first begin that waits for its cost, and a millisecond less must not.
  const rest = world.line.rest(world.now)
  if (hasRoom(waiting[0]) && !(rest > 0 && rest <= 10_000)) throw new Error('who waits is never let in')
  if (waiting[0] && !hasRoom(waiting[0]) && rest !== Infinity) throw new Error('looks again for nothing')
}

describe('a line, over every order of coming, leaving and time', () => {
  it('never has more at once, forgets nobody, and lets in who may', () => {
    const commands = fc.commands(
      [
        fc.tuple(fc.integer({ min: 0, max: 150 }), room).map((wish) => enter(...wish)),
        room.map((each) => enter(0, each)),
        fc.integer({ min: 0, max: 150 }).map(pay),
        fc.nat(20).map(leave),
        fc.integer({ min: 1, max: 12_000 }).map(pass),
      ],
      { maxCommands: 60 },
    )
    fc.assert(
      fc.property(commands, (run) => {
        const world = new World()
        fc.modelRun(() => ({ model: world, real: world }), run)
        // All leave, in time: then it is as new.
        for (let turn = 0; turn < 100 && world.in('waiting').length + world.in('begun').length > 0; turn++) {
          for (const place of world.in('begun')) world.line.leave(place, world.now)
          world.pass(10_000)
        }
        expect([world.in('waiting').length, world.in('begun').length]).toEqual([0, 0])
        world.pass(10_000)
        expect(world.line.isNew(world.now)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('lets no more cost begin in any time than the burst and what fills again', () => {
    const coming = fc.array(fc.record({ cost: fc.integer({ min: 1, max: 100 }), after: fc.nat(3_000) }))
    fc.assert(
      fc.property(coming, (all) => {
        const line = new Line({ ...LIMITS, atOnce: 1_000 }, 0)
        const spent: { at: number; cost: number }[] = []
        let now = 0
        for (const { cost, after } of all) {
          now += after
          line.look(now)
          line.enter({ cost }, () => spent.push({ at: now, cost }), now)
        }
        for (const [first, { at: from }] of spent.entries()) {
          let sum = 0
          for (const { at, cost } of spent.slice(first)) {
            sum += cost
            expect(sum).toBeLessThanOrEqual(LIMITS.burst + ((at - from) / 1000) * LIMITS.perSecond + 1e-6)
          }
        }
      }),
    )
  })

  it('keeps the order of those who pay, and lets pass who does not', () => {
    const line = new Line(LIMITS, 0)
    const begun: string[] = []
    const come = (name: string, cost: number, now: number) =>
      line.enter({ cost }, () => begun.push(name), now)
    come('a', 90, 0)
    come('b', 50, 0)
    come('c', 5, 0)
    come('free', 0, 0)
    expect(begun).toEqual(['a', 'free'])
    expect(line.rest(0)).toBe(4_000)
    line.look(3_999)
    expect(begun).toEqual(['a', 'free'])
    line.look(4_000)
    expect(begun).toEqual(['a', 'free', 'b'])
  })
})
