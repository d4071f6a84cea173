import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql'
import type { TextKind } from './kinds.ts'

/** What is made of one value; `at` is its path in the arguments of a field. */
export type Visit = (value: unknown, at: string) => unknown

export interface Visitor {
  /** Of a text of a kind, which must be there or may be null; undefined where there is nothing to do. */
  readonly text: (kind: TextKind, required: boolean) => Visit | undefined
  /** Sees every list before what is in it. */
  readonly list?: (items: readonly unknown[], at: string) => void
}

type Values = Readonly<Record<string, unknown>>
type Inputs = readonly (GraphQLArgument | GraphQLInputField)[]
/** Values by the name of their argument, each with what was made of it. */
export type Walk = (values: Values, at?: string) => Values

/**
 * Compiles visits of all texts and lists in arguments, at whatever depth; null where there are none. Values may be as
 * they came, before they are coerced: what is of no such type is passed over.
 */
export function walkWith({ text, list }: Visitor): (inputs: Inputs) => Walk | null {
  const known = new WeakMap<GraphQLInputObjectType, Visit>()

  function ofInputs(inputs: Inputs): Walk | null {
    const visits = inputs.flatMap(({ name, type, extensions }) => {
      const visit = ofType(type, extensions['text'] as TextKind | undefined)
      return visit ? [[name, visit] as const] : []
    })
    if (visits.length === 0) return null
    return (values, at = '') => {
      const made: Record<string, unknown> = { ...values }
      for (const [name, visit] of visits) if (name in made) made[name] = visit(made[name], at + name)
      return made
    }
  }

  function ofType(given: GraphQLInputType, kind: TextKind | undefined): Visit | undefined {
    const type = getNullableType(given)
    if (isInputObjectType(type)) return ofObject(type)
    if (isListType(type)) return ofList(ofType(type.ofType, kind))
    return kind && text(kind, isNonNullType(given))
  }

  function ofList(item: Visit | undefined): Visit | undefined {
    if (!item && !list) return undefined
    return (value, at) => {
      // One item may stand for a list of one.
      if (!Array.isArray(value)) return item ? item(value, at) : value
      list?.(value, at)
      return item ? value.map((each, index) => item(each, `${at}.${index}`)) : value
    }
  }

  /** Compiled at its first use: an input may hold itself. */
  function ofObject(type: GraphQLInputObjectType): Visit {
    const had = known.get(type)
    if (had) return had
    let walk: Walk | null | undefined
    const visit: Visit = (value, at) => {
      if (typeof value !== 'object' || value === null) return value
      walk ??= ofInputs(Object.values(type.getFields())) ?? ((values) => values)
      return walk(value as Values, `${at}.`)
    }
    known.set(type, visit)
    return visit
  }

  return ofInputs
}
