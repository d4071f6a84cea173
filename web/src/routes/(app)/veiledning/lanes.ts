import { isOpen } from './filter.ts'
import type { Row } from './queries.ts'

export type Lanes = {
  readonly answer: readonly Row[]
  readonly finalise: readonly Row[]
  readonly prepare: readonly Row[]
  readonly upcoming: readonly Row[]
}

const SOON_MS = 14 * 86_400_000

/**
 * What of the open conversations waits for the person, by what the graph lets the person do; each in one lane. One that
 * has been closed since they were read is in none: it is among what has been.
 */
export const lanesOf = (rows: readonly Row[], me: string | undefined, now: number): Lanes => {
  const lanes = { answer: [] as Row[], finalise: [] as Row[], prepare: [] as Row[], upcoming: [] as Row[] }
  for (const row of rows.filter(isOpen)) {
    const begins = Date.parse(row.startsAt)
    const prepared = row.preparations.some(({ author, sequence }) => author?.id === me && sequence > 0)
    if (row.availableCommands.includes('ACCEPT')) lanes.answer.push(row)
    else if (row.availableCommands.includes('FINALISE') && begins <= now) lanes.finalise.push(row)
    else if (!prepared && begins > now && begins - now < SOON_MS) lanes.prepare.push(row)
    else lanes.upcoming.push(row)
  }
  return lanes
}
