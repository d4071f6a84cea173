/** A line of the table of what a server answers: what is not in its table is not there. */
export interface Address {
  /** `/graphql`, or with places for one part each: `/files/{id}`. */
  readonly path: `/${string}`
  readonly methods: readonly string[]
}

/** The address without its query. */
export function pathOf(url = '/'): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

const isPlace = (part: string) => part.startsWith('{')

/** Whether a path is one of `/files/{id}`. */
function isOf(open: string): (path: string) => boolean {
  const parts = open.split('/')
  return (path) => {
    const given = path.split('/')
    return (
      given.length === parts.length &&
      parts.every((part, at) => part === given[at] || (isPlace(part) && given[at] !== ''))
    )
  }
}

/** Path → the lines that are of it. */
export function linesOf<Line extends Address>(table: readonly Line[]): (path: string) => readonly Line[] {
  const [open = [], closed = []] = [true, false].map((wanted) =>
    table.filter(({ path }) => path.split('/').some(isPlace) === wanted),
  )
  const byPath = Map.groupBy(closed, ({ path }) => path as string)
  const patterns = open.map((line) => ({ line, isOf: isOf(line.path) }))
  return (path) => byPath.get(path) ?? patterns.filter((each) => each.isOf(path)).map(({ line }) => line)
}

/** The value of the `allow` header for these routes. */
export const allowedBy = (lines: readonly Address[]): string =>
  [...new Set(lines.flatMap(({ methods }) => methods))].join(', ')
