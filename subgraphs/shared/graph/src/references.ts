import type { GraphQLResolveInfo } from 'graphql'
import { batched } from './batch.ts'
import type { GraphContext } from './context.ts'
import { asCode, asId } from './ids.ts'
import { selectionOf } from './selection.ts'

/** One `_entities` field: what its references' fields need, and who asks. */
interface Asked {
  /** To be spread into a `findMany`. */
  readonly query: object
  readonly context: GraphContext
}

/**
 * Makes what finds the references to a type by their key, all those of one `_entities` field with one statement.
 * `find` gives the rows that there are of those keys, with what `query` asks for; another key is null, and
 * so is what cannot be a key at all.
 */
export function references<Key extends string, Row extends Readonly<Record<Key, string>>>(
  typeName: string,
  key: Key,
  find: (keys: string[], asked: Asked) => Promise<readonly Row[]>,
) {
  const spell = key === 'id' ? asId : asCode
  const fields = new WeakMap<GraphQLResolveInfo, Asked>()
  const load = batched(async (keys: string[], asked: Asked) => {
    const rows = await find(keys, asked)
    return new Map(rows.map((row) => [row[key] as string, row]))
  })
  return async (value: string, context: GraphContext, info: GraphQLResolveInfo): Promise<Row | null> => {
    let asked = fields.get(info)
    if (!asked) fields.set(info, (asked = { query: selectionOf(context, info, typeName), context }))
    return (await load(spell(value), asked)) ?? null
  }
}
