import type { Actor } from '@kompetanse/schema/actor-token'
import { isUnionType, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { ask } from './ask.ts'

const NOTHINGS: readonly unknown[] = [5, null, undefined, ['x'], { a: 1 }, '\0', 'x']

export const isResolved = ({ extensions }: GraphQLObjectType): boolean => {
  const { subgraph } = (extensions['apollo'] ?? {}) as { subgraph?: { resolveReference?: unknown } }
  return subgraph?.resolveReference !== undefined
}

/**
 * Asks, at once, for every type that the gateway may refer to, by keys that are nothing: each is null, and none an
 * error, since that would take the references beside it. Answers with the types that are not so, by name.
 */
export async function badReferences(schema: GraphQLSchema, actor: Actor): Promise<readonly string[]> {
  const union = schema.getType('_Entity')
  const types = isUnionType(union) ? union.getTypes().filter(isResolved) : []
  if (types.length === 0) throw new Error('The schema has no type that can be referred to')
  const bad: string[] = []
  for (const { name } of types) {
    const of = NOTHINGS.map((key) => ({ __typename: name, id: key, code: key, personId: key }))
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }'
    const { data, errors } = await ask(schema, { actor, query, variables: { of } })
    const found = (data?.['_entities'] ?? [0]) as unknown[]
    if (errors || found.some((each) => each !== null)) bad.push(`${name}: ${errors?.[0]?.message ?? 'found'}`)
  }
  return bad
}
