import { isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql'
import type { Input } from './plausible.ts'

/** Every argument and input field of a graph, by coordinate. */
const inputsOf = (schema: GraphQLSchema): readonly (readonly [string, Input])[] =>
  Object.values(schema.getTypeMap()).flatMap((type): (readonly [string, Input])[] => {
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map((each) => [`${type.name}.${each.name}`, each])
    if (!isObjectType(type) || type.name.startsWith('__')) return []
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.map((each) => [`${type.name}.${name}(${each.name})`, each] as const),
    )
  })

const isPriced = ({ extensions }: Input) =>
  ((extensions['directives'] ?? []) as readonly { name: string }[]).some(({ name }) => name === 'cost')

/** Searches that cost no more than what they find, by coordinate. */
export const unpricedSearches = (schema: GraphQLSchema): readonly string[] =>
  inputsOf(schema)
    .filter(([, input]) => input.extensions['text'] === 'search' && !isPriced(input))
    .map(([at]) => at)
