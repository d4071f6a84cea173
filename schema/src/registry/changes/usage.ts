import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql'

/** How an argument or an input field gets its value in a document. */
export type Given =
  | { readonly by: 'literal' }
  /** `optional`: the variable may be missing; the place's own default is then taken. */
  | { readonly by: 'variable'; readonly type: GraphQLInputType; readonly optional: boolean }

/**
 * The parts of a schema that a client uses. Positions are coordinates: `Type.field`, `Type.field.argument`,
 * `Input.field`, `Enum.VALUE`.
 */
export interface Usage {
  /** Kinds of operation. */
  readonly roots: Set<string>
  /** Types by name: of selections, of received objects, of type conditions and of variables. */
  readonly types: Set<string>
  /** Output fields. */
  readonly fields: Set<string>
  /** Enums that may be received. */
  readonly received: Set<string>
  /** Interfaces and unions of which any possible type may be received. */
  readonly abstract: Set<string>
  /** `Outer Inner`: a fragment on Inner in a selection on Outer. */
  readonly spreads: Set<string>
  /** Arguments and input fields that get a value. */
  readonly given: Map<string, Given[]>
  /** Arguments and input fields that could have got one. */
  readonly omitted: Set<string>
  /** Input objects that are written out in the document. */
  readonly written: Set<string>
  /** Enum values that are written out in the document. */
  readonly literals: Set<string>
  /** Input objects, enums and scalars that a variable may hold, at any depth. */
  readonly held: Set<string>
  readonly directives: Set<string>
}

export const emptyUsage = (): Usage => ({
  roots: new Set(),
  types: new Set(),
  fields: new Set(),
  received: new Set(),
  abstract: new Set(),
  spreads: new Set(),
  given: new Map(),
  omitted: new Set(),
  written: new Set(),
  literals: new Set(),
  held: new Set(),
  directives: new Set(),
})

/** A variable of this type may hold what the type takes, at any depth. */
export function hold(usage: Usage, type: GraphQLInputType): void {
  const named = getNamedType(type)
  if (usage.held.has(named.name)) return
  usage.held.add(named.name)
  if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) hold(usage, field.type)
}

/** A field of this type is selected. */
export function receive(usage: Usage, type: GraphQLOutputType): void {
  const named = getNamedType(type)
  usage.types.add(named.name)
  if (isEnumType(named)) usage.received.add(named.name)
  if (isAbstractType(named)) usage.abstract.add(named.name)
}

/** A position gets a value. */
export function give({ given }: Usage, position: string, how: Given): void {
  given.set(position, [...(given.get(position) ?? []), how])
}
