import type { Id, IdKind } from '@kompetanse/schema/ids'
import type { GraphQLResolveInfo } from 'graphql'
import { batched } from './batch.ts'
import type { GraphContext } from './context.ts'
import { asCode, asId } from './ids.ts'
import { selectionOf } from './selection.ts'

/** One `_entities` field: what its references' fields need, and who asks. */
interface Lookup {
  /** To be spread into a `findMany`. */
  readonly query: object
  readonly context: GraphContext
}

/** Types of the graph that are called otherwise than what their ids are of. */
interface Aliases {
  readonly Trainee: 'Person'
  readonly TrainingRelation: 'Relation'
  readonly LearningActivityDefinition: 'ActivityDefinition'
  readonly LearningGoalDefinition: 'GoalDefinition'
}

type KeyOf<Name, Key> = Key extends 'id'
  ? Id<Name extends keyof Aliases ? Aliases[Name] : Extract<Name, IdKind>>
  : string

/**
 * Makes what finds the references to a type by their key, all those of one `_entities` field with one statement.
 * `find` gives the rows that there are of those keys, with what `query` asks for; another key is null, and
 * so is what cannot be a key at all.
 */
export function references<
  Name extends string,
  Key extends string,
  Row extends Readonly<Record<Key, string>>,
>(typeName: Name, key: Key, find: (keys: KeyOf<Name, Key>[], lookup: Lookup) => Promise<readonly Row[]>) {
  const spell = (value: string) => (key === 'id' ? asId(value) : asCode(value)) as KeyOf<Name, Key>
  const fields = new WeakMap<GraphQLResolveInfo, Lookup>()
  const load = batched(async (keys: KeyOf<Name, Key>[], lookup: Lookup) => {
    const rows = await find(keys, lookup)
    return new Map(rows.map((row) => [spell(row[key]), row]))
  })
  return async (value: string, context: GraphContext, info: GraphQLResolveInfo): Promise<Row | null> => {
    let lookup = fields.get(info)
    if (!lookup) fields.set(info, (lookup = { query: selectionOf(context, info, typeName), context }))
    return (await load(spell(value), lookup)) ?? null
  }
}
