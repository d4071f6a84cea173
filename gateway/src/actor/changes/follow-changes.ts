import { readActorChange, type ActorChange } from '@kompetanse/schema/actor-changes'
import type { Logger } from '../../process/log.ts'
import { afterwards, type Following, type Happening } from './following.ts'

/** The lines of one process of identity, until it stops or the signal aborts. */
export type OpenLines = (signal: AbortSignal) => AsyncIterable<string>

export interface Hearing {
  /** From now on every change arrives; earlier ones may have been missed. */
  following(): void
  /** From now on changes may be missed. */
  away(): void
  change(change: ActorChange): void
}

const LOOK_MS = 100

/** Follows identity's stream of changes for as long as the gateway runs. Returns a function that stops it. */
export function followChanges(open: OpenLines, hearing: Hearing, log: Logger): () => void {
  let following: Following = { kind: 'waiting', until: 0, failures: 0 }
  let reading: AbortController | undefined

  function happen(what: Happening) {
    const before = following.kind
    following = afterwards(following, what, Date.now())
    const { kind } = following
    if (kind === before) return
    if (kind === 'connecting') void read((reading = new AbortController()))
    else if (kind !== 'following') reading?.abort()
    if (kind === 'following') hearing.following()
    if (before !== 'following') return
    if (kind === 'waiting') log.warn({}, 'changes of actors are no longer heard')
    hearing.away()
  }

  function hear(line: string) {
    const change = readActorChange(line)
    happen(change.kind === 'listening' ? 'listening' : 'heard')
    hearing.change(change)
  }

  async function read(mine: AbortController) {
    try {
      for await (const line of open(mine.signal)) {
        if (mine.signal.aborted) return
        hear(line)
      }
    } catch (err) {
      if (!mine.signal.aborted) log.warn({ err }, 'changes of actors cannot be heard')
    }
    if (!mine.signal.aborted) happen('lost')
  }

  happen('time')
  const timer = setInterval(() => happen('time'), LOOK_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    happen('stop')
  }
}
