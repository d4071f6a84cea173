import { defaultTiming, type Logger } from '../../src/subscriptions/contract/options.ts'
import type { Lease, UpstreamSink } from '../../src/subscriptions/upstream/sink.ts'
import { UpstreamSocket } from '../../src/subscriptions/upstream/upstream-socket.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeWires } from './fake-wires.ts'

/** A stream that only notes what happens to it. */
export class Probe implements UpstreamSink {
  readonly canResume: boolean
  asked = 0
  events = 0
  ended: 'error' | 'complete' | 'lost' | null = null

  constructor(canResume: boolean) {
    this.canResume = canResume
  }

  request(): Promise<{ query: string }> {
    this.asked++
    return Promise.resolve({ query: 'subscription { ticks }' })
  }

  resumable = () => this.canResume || this.asked === 0
  next = () => void this.events++
  error = () => void (this.ended = 'error')
  complete = () => void (this.ended = 'complete')
  lost = () => void (this.ended = 'lost')
}

export function aSocket(urls = ['http://one', 'http://two'], maxBackoffMs = 1_000) {
  const clock = new FakeClock()
  const wires = new FakeWires()
  const errors: string[] = []
  const warnings: unknown[] = []
  const logger: Logger = {
    warn: (details, message) => void warnings.push([message, details]),
    error: (_details, message) => void errors.push(message),
  }
  const timing = { ...defaultTiming, backoffMs: 100, maxBackoffMs }
  const socket = new UpstreamSocket({ urls, timing, logger, clock, connect: wires.connect })
  const listening = new Map<Probe, Lease>()
  return {
    ...{ clock, wires, errors, warnings, socket, listening },
    listen(canResume = true) {
      const probe = new Probe(canResume)
      listening.set(probe, socket.subscribe(probe))
      return probe
    },
    leave(probe: Probe) {
      listening.get(probe)?.leave()
      listening.delete(probe)
    },
    /** Those whom nothing has ended. */
    get waiting() {
      return [...listening.keys()].filter(({ ended }) => ended === null)
    },
  }
}

export type Scene = ReturnType<typeof aSocket>
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

export async function makeReady({ wires }: Scene) {
  for (const wire of wires.living) {
    wire.accept()
    wire.acknowledge()
  }
  await settle()
}
