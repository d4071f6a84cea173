import { setImmediate as settled } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Part, type ExitCode, type Running } from './part.ts'

/** What a part is in, by the rules: the states and what leads from one to another. */
type Phase = 'idle' | 'first start' | 'running' | 'waiting' | 'another start'
type Event = 'start' | 'becomes ready' | 'fails to start' | 'dies' | 'time passes' | 'stop'

const RULES: Readonly<Record<Phase, Partial<Record<Event, Phase>>>> = {
  idle: { start: 'first start' },
  'first start': { 'becomes ready': 'running', 'fails to start': 'idle', stop: 'idle' },
  running: { dies: 'waiting', stop: 'idle' },
  waiting: { 'time passes': 'another start', stop: 'idle' },
  'another start': { 'becomes ready': 'running', 'fails to start': 'waiting', stop: 'idle' },
}
/** What may happen in a phase; to start and to stop is tried in each. */
const possible = (phase: Phase) =>
  [...new Set([...Object.keys(RULES[phase]), 'start', 'stop'])].toSorted() as Event[]
const STATES: Readonly<Record<Phase, Part['state']>> = {
  ...{ idle: 'idle', running: 'running', waiting: 'waiting' },
  ...{ 'first start': 'starting', 'another start': 'starting' },
}

/** A part whose processes the test starts and ends. */
function aWorld(restarts = true) {
  const lines: string[] = []
  const alive = new Set<object>()
  const waits: { readonly ms: number; readonly resolve: () => void }[] = []
  let starting: PromiseWithResolvers<Running> | undefined
  let exit: ((code: ExitCode) => void) | undefined

  function aProcess(): Running {
    const { promise, resolve } = Promise.withResolvers<ExitCode>()
    const process = { exited: promise, stop: async () => exit?.(143) }
    alive.add(process)
    exit = (code) => {
      alive.delete(process)
      exit = undefined
      resolve(code)
    }
    return process
  }
  const part = new Part({
    name: 'progress',
    restarts,
    say: (line) => lines.push(line),
    wait: (ms, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      waits.push({ ms, resolve })
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      return promise
    },
    launch: (signal) => {
      const own = (starting = Promise.withResolvers<Running>())
      signal.addEventListener('abort', () => own.reject(new Error('ended before it was ready')))
      return own.promise
    },
  })
  const started: Promise<string>[] = []
  const happen: Readonly<Record<Event, () => unknown>> = {
    start: () =>
      started.push(
        part.start().then(
          () => 'ready',
          (error: Error) => error.message,
        ),
      ),
    'becomes ready': () => {
      starting?.resolve(aProcess())
      starting = undefined
    },
    'fails to start': () => {
      starting?.reject(new Error('no database\nat length'))
      starting = undefined
    },
    dies: () => exit?.(137),
    'time passes': () => waits.at(-1)?.resolve(),
    stop: () => part.stop(),
  }
  return { part, lines, alive, waits, started, happen }
}

test('whatever happens in whatever order, a part is where the rules say, and never twice', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 20, maxLength: 40 }), async (choices) => {
      const { part, alive, happen } = aWorld()
      let phase: Phase = 'idle'
      for (const choice of choices) {
        const events: readonly Event[] = possible(phase)
        const event = events[choice % events.length] as Event
        happen[event]()
        await settled()
        seen.add(`${phase}: ${event}`)
        phase = RULES[phase][event] ?? phase
        expect([event, part.state]).toEqual([event, STATES[phase]])
        expect(alive.size).toBe(phase === 'running' ? 1 : 0)
      }
    }),
    { numRuns: 300 },
  )
  const all = Object.entries(RULES).flatMap(([phase, next]) =>
    Object.keys(next).map((event) => `${phase}: ${event}`),
  )
  expect([...seen]).toEqual(expect.arrayContaining(all))
})

/** Lets these events happen, one after the other. */
async function after(world: ReturnType<typeof aWorld>, ...events: readonly Event[]) {
  for (const event of events) {
    world.happen[event]()
    await settled()
  }
  return world
}

test('what dies is started again, and a line says why and how soon', async () => {
  const { lines } = await after(aWorld(), 'start', 'becomes ready', 'dies', 'time passes', 'becomes ready')
  expect(lines).toEqual(['progress ended (137); started again in 0.0 s'])
})

test('each failed start is a line, and the wait grows each time, ten seconds at most', async () => {
  const tries = Array.from({ length: 6 }, () => ['time passes', 'fails to start'] as const).flat()
  const { lines, waits } = await after(aWorld(), 'start', 'becomes ready', 'dies', ...tries)
  expect(new Set(lines)).toEqual(new Set(['progress ended (137) and does not start: no database']))
  expect(waits.map(({ ms }) => ms)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('what is not to be started again stays ended, until somebody starts it', async () => {
  const world = await after(aWorld(false), 'start', 'becomes ready', 'dies')
  expect([world.part.state, world.waits]).toEqual(['idle', []])
  await after(world, 'start', 'becomes ready')
  expect(world.part.state).toBe('running')
})

test('start resolves when ready, and rejects with the reason or as stopped', async () => {
  const world = await after(
    aWorld(),
    'start',
    'fails to start',
    'start',
    'stop',
    'start',
    'start',
    'becomes ready',
  )
  expect(await Promise.all(world.started)).toEqual([
    'no database\nat length',
    'ended before it was ready',
    'ready',
    'progress is starting',
  ])
})

test('what is ready in the moment in which it is stopped is stopped too', async () => {
  const world = await after(aWorld(), 'start')
  world.happen['becomes ready']()
  world.happen.stop()
  await settled()
  expect([world.part.state, world.alive.size]).toEqual(['idle', 0])
  expect(await world.started[0]).toBe('progress was stopped before it was ready')
})
