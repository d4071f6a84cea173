/** The published graph, and all places with a value in it: for tests that walk it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql'

export const graph = buildSchema(readFileSync(join(import.meta.dirname, '../../../api.graphql'), 'utf8'))

export const mutations = Object.values(graph.getMutationType()?.getFields() ?? {})

/** A field, an argument or a field of an input. */
export interface Place {
  /** `Trainee.supervisionGaps(from:)`, as the specification writes it. */
  readonly coordinate: string
  readonly name: string
  readonly kind: 'field' | 'argument' | 'input'
  readonly type: GraphQLInputType | GraphQLOutputType
  /** The named type, without lists and non-null marks. */
  readonly of: string
  readonly description: string
}

type Described = Pick<Place, 'type'> & { readonly description?: string | null | undefined }

const place = (
  kind: Place['kind'],
  coordinate: string,
  name: string,
  { type, description }: Described,
): Place => ({
  ...{ kind, coordinate, name, type },
  of: getNamedType(type).name,
  description: description ?? '',
})

export const places: readonly Place[] = Object.values(graph.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => {
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map((field) =>
        place('input', `${type.name}.${field.name}`, field.name, field),
      )
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    return Object.values(type.getFields()).flatMap((field) => [
      place('field', `${type.name}.${field.name}`, field.name, field),
      ...field.args.map((arg) =>
        place('argument', `${type.name}.${field.name}(${arg.name}:)`, arg.name, arg),
      ),
    ])
  })

/** Names of the inputs that mutations take, and of those within them. */
const taken = new Set<string>()
const take = (name: string): void => {
  const type = graph.getType(name)
  if (!isInputObjectType(type) || taken.has(name)) return
  taken.add(name)
  for (const { type: within } of Object.values(type.getFields())) take(getNamedType(within).name)
}
for (const { args } of mutations) for (const { type } of args) take(getNamedType(type).name)

/** The fields of commands' inputs. */
export const commandInputs = places.filter(
  ({ kind, coordinate }) => kind === 'input' && taken.has(coordinate.split('.')[0] ?? ''),
)
