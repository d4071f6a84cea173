import { actorChangeLine, BEAT_MS, type ActorChange } from '@kompetanse/schema/actor-changes'
import { brandId } from '@kompetanse/schema/ids'
import type { AskIdentity } from '../src/actor/ask-identity.ts'
import type { OpenLines } from '../src/actor/changes/follow-changes.ts'

export const PERSON = 'person'

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Line {
  readonly say: (change: ActorChange) => void
  isSilent: boolean
}

/** The state of one of identity's two processes. `hung`: it takes requests and never answers. */
type Health = 'up' | 'hung' | 'down'

/**
 * Identity in memory and in virtual time, in two processes, of which at most one is faulty. Its answers may be older
 * than the changes that it has sent meanwhile, and changes may be lost without an error.
 */
export class ShakyIdentity {
  /** When the person was changed, each time; their version is the number of changes. */
  readonly changes: number[] = []
  readonly #lines = new Set<Line>()
  #sick: { readonly process: number; readonly health: Health } = { process: 0, health: 'up' }
  #turn = 0

  change() {
    this.changes.push(Date.now())
    for (const { say, isSilent } of this.#lines) if (!isSilent) say({ kind: 'person', personId: PERSON })
  }

  fallSick(process: number, health: Health) {
    this.#sick = { process, health }
  }

  /** Loses what is sent on the open lines from now on, without closing them. */
  silence() {
    for (const line of this.#lines) line.isSilent = true
  }

  /** A request to the healthy process; the answer may be of any moment while it is under way. */
  ask(readAfterMs: number, answeredAfterMs: number): AskIdentity {
    return async () => {
      await delay(readAfterMs)
      const version = this.changes.length
      await delay(answeredAfterMs)
      const grants = [
        { role: 'SUPPORT' as const, regionCode: null, enterpriseId: brandId<'Enterprise'>(String(version)) },
      ]
      return {
        actor: { kind: 'person', personId: brandId<'Person'>(PERSON), trainee: false, grants },
        holdsUntil: Infinity,
      }
    }
  }

  /** Each process in turn. */
  readonly open: OpenLines = (signal) => this.#linesOf(this.#turn++ % 2, signal)

  async *#linesOf(process: number, signal: AbortSignal): AsyncGenerator<string> {
    const health = this.#sick.process === process ? this.#sick.health : 'up'
    if (health === 'down') throw new Error('connection refused')
    const sent: ActorChange[] = []
    let wake = () => {}
    const line: Line = { isSilent: health === 'hung', say: (change) => (sent.push(change), wake()) }
    this.#lines.add(line)
    line.say({ kind: 'listening' })
    const beating = setInterval(() => line.isSilent || line.say({ kind: 'beat' }), BEAT_MS)
    signal.addEventListener('abort', () => wake())
    try {
      while (!signal.aborted) {
        for (const change of sent.splice(0)) if (health !== 'hung') yield actorChangeLine(change)
        await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      clearInterval(beating)
      this.#lines.delete(line)
    }
  }
}
