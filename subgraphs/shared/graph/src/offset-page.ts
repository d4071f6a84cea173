import { resolveArrayConnection, resolveOffsetConnection } from '@pothos/plugin-relay'
import { OFFSETS } from './input/cursors.ts'

interface Page {
  readonly args: PothosSchemaTypes.DefaultConnectionArguments
  readonly defaultSize: number
  readonly maxSize: number
}

interface Source<Row> {
  readonly rows: (limit: number, offset: number) => Promise<Row[]>
  /** Called for the last rows, and for the count. */
  readonly count: () => Promise<number>
}

/** Options of a connection whose cursors are places in a list: of what has no row of its own, or is sorted by anything. */
export const byPlace = { extensions: { cursor: OFFSETS } } as const

/** A page of rows that the database orders, with what counts them all. */
export async function offsetPage<Row extends object>(page: Page, { rows, count }: Source<Row>) {
  const { last, before } = page.args
  const fromTheEnd = typeof last === 'number' && !before
  const total = fromTheEnd ? { totalCount: await count() } : {}
  const found = await resolveOffsetConnection({ ...page, ...total }, ({ limit, offset }) =>
    rows(limit, offset),
  )
  return { ...found, totalCount: count }
}

/** A page of what is all there: at most a hundred at once, unless said. */
export const arrayPage = <Row extends object>(
  args: PothosSchemaTypes.DefaultConnectionArguments,
  rows: readonly Row[],
  { defaultSize, maxSize }: Omit<Page, 'args'> = { defaultSize: 100, maxSize: 100 },
) => resolveArrayConnection({ args, defaultSize, maxSize }, rows)
