/** A series, as a form has it: every so many weeks, so many times or until a day. */
export type RepeatForm = { on: boolean; everyWeeks: number | null; count: number | null; until: string }

/** The graph's input; null when the conversation is not repeated. A last day takes precedence over a count. */
export const repeatOf = ({ on, everyWeeks, count, until }: RepeatForm) =>
  on ? { everyWeeks: everyWeeks ?? 0, end: until ? { lastOn: until } : { count: count ?? 0 } } : null
