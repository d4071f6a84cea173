import * as v from 'valibot'
import type { Effect } from '../changes/breaks.ts'
import { ACCEPTED_BREAKS } from '../published-state.ts'

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'))
/** `2026-02-30` is a date to JavaScript, the second of March. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
const day = v.pipe(v.string(), v.check(isDay, 'must be a day as 2027-01-31'))

const acceptedBreak = v.strictObject({
  /** `Type.field` or what else has changed, as the check names it; or a list of those that have the same reason. */
  coordinate: v.union([words, v.pipe(v.array(words), v.nonEmpty('must name what is broken'))]),
  /** As the check names them: `web`, `contract region`. */
  clients: v.pipe(v.array(words), v.nonEmpty('must name the clients that are broken')),
  who: words,
  why: words,
  /** The last day on which it is accepted. */
  until: day,
})
/** Of one coordinate. */
export type AcceptedBreak = Omit<v.InferOutput<typeof acceptedBreak>, 'coordinate'> & {
  readonly coordinate: string
}

export interface AcceptedBreaks {
  readonly entries: readonly AcceptedBreak[]
  /** What is wrong with the file; then no entry of it counts. */
  readonly problems: readonly string[]
}

const oneByOne = ({ coordinate, ...entry }: v.InferOutput<typeof acceptedBreak>): AcceptedBreak[] =>
  [coordinate].flat().map((each) => ({ coordinate: each, ...entry }))

const refused = (...problems: string[]): AcceptedBreaks => ({ entries: [], problems })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The entries of the file's text; null when there is no file. */
export function readAcceptedBreaks(text: string | null): AcceptedBreaks {
  if (text === null) return refused(`schema/${ACCEPTED_BREAKS} is missing: with nothing accepted it holds []`)
  const json = parsed(text)
  if (json === undefined) return refused(`schema/${ACCEPTED_BREAKS} is not JSON`)
  const { success, output, issues } = v.safeParse(v.array(acceptedBreak), json)
  if (success) return { entries: output.flatMap(oneByOne), problems: [] }
  return refused(
    ...issues.map((issue) => `schema/${ACCEPTED_BREAKS}: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`),
  )
}

/** The entry that accepts a break on a day (`YYYY-MM-DD`), if there is one. */
export const acceptedBy = (
  entries: readonly AcceptedBreak[],
  { coordinate, client }: Effect,
  today: string,
): AcceptedBreak | undefined =>
  entries.find(
    (entry) => entry.coordinate === coordinate && entry.clients.includes(client) && today <= entry.until,
  )
