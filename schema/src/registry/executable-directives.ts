import type { GraphQLDirective } from 'graphql'

/** Where a document may have directives; all other places are in a schema (GraphQL, 3.13). */
const EXECUTABLE = new Set<string>([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
])

/** Whether clients may write a directive in their operations. */
export const isExecutable = ({ locations }: Pick<GraphQLDirective, 'locations'>): boolean =>
  locations.some((place) => EXECUTABLE.has(place))
