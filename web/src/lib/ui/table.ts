/** A column of a table. `name` is what it is sorted by; `text` is its heading. */
export type Column = {
  name: string
  text: string
  /** Figures, aligned to the right so that they can be compared. */
  number?: boolean
  /** Of the whole table, in percent, where it is not to follow what is in it. */
  width?: string
  /** The table can be sorted by it, at first in this direction. */
  sorts?: Direction
}

type Direction = 'ascending' | 'descending'
export type Sort = { by: string; direction: Direction }

const turned = { ascending: 'descending', descending: 'ascending' } as const

/** The order after a press on a column's heading: what is sorted by it turns round. */
export const sortAfter = (sort: Sort | undefined, { name, sorts = 'ascending' }: Column): Sort => ({
  by: name,
  direction: sort?.by === name ? turned[sort.direction] : sorts,
})

/** What is selected after a row's box is pressed. */
export const toggled = (selected: readonly string[], key: string): readonly string[] =>
  selected.includes(key) ? selected.filter((one) => one !== key) : [...selected, key]

/** What is selected after the box over all of them is pressed: all that is shown, or nothing of it. */
export const toggledAll = (selected: readonly string[], shown: readonly string[]): readonly string[] => {
  const others = selected.filter((one) => !shown.includes(one))
  return shown.every((one) => selected.includes(one)) ? others : [...others, ...shown]
}
