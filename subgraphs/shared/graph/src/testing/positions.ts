import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql'
import type { TextKind } from '../input/kinds.ts'
import type { Field } from './places.ts'
import { filled, type Input } from './plausible.ts'
import type { Sample } from './sample.ts'

/** One argument of a field, or one input field somewhere in it. */
export interface Position {
  /** `input.rows.0.id`: as a refusal names it. */
  readonly at: string
  readonly type: GraphQLNamedInputType
  /** As it is declared: the argument, the input field or, without a default, the item of a list. */
  readonly input: Pick<Input, 'name' | 'type' | 'defaultValue'>
  readonly kind: TextKind | undefined
  readonly isList: boolean
  /** The one field of a `@oneOf` input, which may be null by its type alone. */
  readonly isOnly: boolean
  /** What the sample knows by its coordinate or its name. */
  readonly known: unknown
  /** The field's arguments, all that is required plausible, with this value there. */
  readonly with: (value: unknown) => Record<string, unknown>
}

const isList = (type: GraphQLInputType) => isListType(getNullableType(type))

function itemOf({ name, type }: Input): Position['input'] {
  const list = getNullableType(type)
  if (!isListType(list)) throw new Error(`${name} is no list`)
  return { name, type: list.ofType, defaultValue: undefined }
}

const kindOf = ({ extensions }: Input) => extensions['text'] as TextKind | undefined

/** Every position in the arguments of a field. */
export function positionsOf(sample: Sample, owner: string, field: Field): readonly Position[] {
  const base = filled(sample, `${owner}.${field.name}`, field.args)
  return field.args.flatMap((arg) =>
    positionsIn(
      sample,
      arg,
      {
        ...{ at: arg.name, owner: `${owner}.${field.name}`, isOnly: false },
        with: (value) => ({ ...base, [arg.name]: value }),
      },
      [],
    ),
  )
}

type Put = Pick<Position, 'at' | 'with' | 'isOnly'> & { readonly owner: string }

function positionsIn(sample: Sample, input: Input, put: Put, around: readonly string[]): Position[] {
  const type = getNamedType(input.type)
  const known = sample.known[`${put.owner}.${input.name}`] ?? sample.known[input.name]
  const own = { ...put, input, type, kind: kindOf(input), isList: isList(input.type), known }
  const item: Put = own.isList ? { ...put, at: `${put.at}.0`, with: (value) => put.with([value]) } : put
  const items = own.isList ? [{ ...own, ...item, input: itemOf(input), isList: false, isOnly: false }] : []
  if (!isInputObjectType(type) || around.includes(type.name)) return [own, ...items]
  const fields = Object.values(type.getFields())
  const base = filled(sample, type.name, fields)
  const inner = fields.flatMap((field) =>
    positionsIn(
      sample,
      field,
      {
        ...{ at: `${item.at}.${field.name}`, owner: type.name, isOnly: type.isOneOf },
        with: (value) => item.with({ ...base, [field.name]: value }),
      },
      [...around, type.name],
    ),
  )
  return [own, ...items, ...inner]
}
