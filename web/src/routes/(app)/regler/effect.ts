/** A rule holds from its day until the next of its setting begins. */
export type Dated = { startsOn: string }

export type Effect<Rule> = {
  /** What holds on the day before; undefined when nothing does. */
  before: Rule | undefined
  /** The rule set for the same day already, which the new one replaces. */
  replaced: Rule | undefined
  /** Set already for a later day: takes over from the new one. */
  next: Rule | undefined
}

/** What a new rule from a day (`YYYY-MM-DD`) does to those that are there, oldest first. */
export const effectOf = <Rule extends Dated>(rules: readonly Rule[], from: string): Effect<Rule> => ({
  before: rules.findLast(({ startsOn }) => startsOn < from),
  replaced: rules.find(({ startsOn }) => startsOn === from),
  next: rules.find(({ startsOn }) => startsOn > from),
})

/** The first day of the month after this day: where a new rule begins unless another day is chosen. */
export const nextMonth = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
