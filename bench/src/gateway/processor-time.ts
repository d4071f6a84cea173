import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}

/**
 * Seconds of processor time, user's and system's, that a process and all its living descendants have used. Linux only;
 * counted in hundredths, so it is to be read over seconds. Zero for a process that has ended.
 */
export function processorTime(pid: number): number {
  try {
    // The name of the process, in parentheses, may hold spaces: the fields are counted from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const own = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
    return childrenOf(pid).reduce((sum, child) => sum + processorTime(child), own)
  } catch {
    return 0
  }
}
