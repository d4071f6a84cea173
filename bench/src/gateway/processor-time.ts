import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}

/**
 * Seconds of processor time, user's and system's, that a process and all its descendants have used, those that have
 * ended too (a database ends connections as it likes). Linux only; counted in hundredths, so it is to be read over
 * seconds. Zero for a process that has ended.
 */
export function processorTime(pid: number): number {
  try {
    // The name of the process, in parentheses, may hold spaces: the fields are counted from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number)
    const own = ((user ?? 0) + (system ?? 0) + (endedUser ?? 0) + (endedSystem ?? 0)) / TICKS_PER_SECOND
    return own + processorTimeBelow(pid)
  } catch {
    return 0
  }
}

/** The same of all that a process has started and that still runs, without itself. */
export const processorTimeBelow = (pid: number): number =>
  childrenOf(pid).reduce((sum, child) => sum + processorTime(child), 0)
