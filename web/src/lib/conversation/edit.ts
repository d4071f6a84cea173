/** What was done to a text at one place: so many UTF-16 units taken out, these put in. */
export type Edit = { readonly at: number; readonly remove: number; readonly insert: string }

/** Whether a place is between the two halves of one character: no edit may begin or end there. */
const splits = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) &&
  /[\uDC00-\uDFFF]/.test(text.charAt(at))

/**
 * The smallest edit that turns `before` into `after`; undefined when they are equal. Where it could be in several
 * places, as one more «a» among three, it is at the caret.
 */
export function editBetween(before: string, after: string, caret: number): Edit | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  const mostEnd = Math.min(shorter, after.length - caret)
  let end = 0
  while (end < mostEnd && before.at(-1 - end) === after.at(-1 - end)) end += 1
  let at = 0
  while (at < shorter - end && before[at] === after[at]) at += 1
  while (splits(before, before.length - end) || splits(after, after.length - end)) end -= 1
  while (splits(before, at) || splits(after, at)) at -= 1
  return { at, remove: before.length - end - at, insert: after.slice(at, after.length - end) }
}

/** The words that a text has more than what was kept of it, whole ones; empty when it has none. */
export function wordsBeyond(kept: string, text: string): string {
  const { at, insert } = editBetween(kept, text, 0) ?? { at: 0, insert: '' }
  if (!insert.trim()) return ''
  const begun = /^\S/.test(insert) ? /\S*$/.exec(text.slice(0, at))?.[0] : ''
  const rest = /\S$/.test(insert) ? /^\S*/.exec(text.slice(at + insert.length))?.[0] : ''
  return `${begun ?? ''}${insert}${rest ?? ''}`.trim()
}

/** One step of a delta of Yjs. */
export type Step = { retain?: number | undefined; delete?: number | undefined; insert?: unknown }

/** A place in a text after another person's change. Text inserted exactly there comes after it. */
export function moved(place: number, delta: readonly Step[]): number {
  let at = 0
  let now = place
  for (const step of delta) {
    if (step.retain) at += step.retain
    else if (typeof step.insert === 'string') {
      if (at < now) now += step.insert.length
      at += step.insert.length
    } else if (step.delete && at < now) now -= Math.min(step.delete, now - at)
  }
  return now
}
