/**
 * One graph and how it is divided among subgraphs. Everything that is printed, resolved and checked is read from
 * here, so the data of all subgraphs and of the whole agree by construction.
 */
export interface Model {
  readonly subgraphs: readonly string[]
  readonly types: ReadonlyMap<string, ObjectModel>
  readonly interfaces: readonly InterfaceModel[]
  readonly unions: readonly UnionModel[]
}

/** How a field's value is found: made up from the object and the arguments, or as a part of the object's key. */
export type KeyPart = 'id' | 'number' | 'text' | 'nested'

export interface FieldModel {
  readonly name: string
  /** SDL, in the strictest form that a subgraph has. */
  readonly type: string
  /** SDL of the arguments with their parentheses; '' for none. */
  readonly args: string
  /** The subgraphs that answer it. */
  readonly owners: Set<string>
  /** The subgraphs where it is external. */
  readonly external: Set<string>
  /** The subgraphs whose SDL lets it be null. */
  readonly looseIn: Set<string>
  /** Subgraph → what it provides below this field. */
  readonly provides: Map<string, string>
  readonly keyPart?: KeyPart
  /** A field set: the value then depends on what the gateway brings. */
  readonly requires?: string
  readonly inaccessible: boolean
  /** Whether it fails for some objects, with a code. */
  readonly failing: boolean
}

export interface ObjectModel {
  readonly name: string
  readonly kind: 'entity' | 'value' | 'partial' | 'root'
  readonly fields: FieldModel[]
  /** Subgraph → the keys by which it finds an entity; empty for what is none. */
  readonly keys: Map<string, Set<string>>
}

export interface InterfaceModel {
  readonly name: string
  /** The one subgraph that has the implementations. */
  readonly home: string
  readonly members: readonly string[]
  /** Printed as they are: an implementation may be stricter. */
  readonly fields: readonly { readonly name: string; readonly type: string }[]
  /** A subgraph that has the interface as one object, with fields of its own. */
  readonly asObject?: { readonly subgraph: string; readonly fields: readonly FieldModel[] }
}

export interface UnionModel {
  readonly name: string
  readonly home: string
  readonly members: readonly string[]
}

/** How many objects there are of each entity. */
export const POPULATION = 3

/** The name of a field's type without lists and exclamation marks. */
export const namedType = (type: string): string => type.replace(/[[\]!]/g, '')

export function fieldOf(model: Model, type: string, name: string): FieldModel {
  const own = model.types.get(type)?.fields.find((field) => field.name === name)
  const inherited = () =>
    model.interfaces
      .filter(({ members, name: interfaceName }) => interfaceName === type || members.includes(type))
      .flatMap(({ asObject }) => asObject?.fields ?? [])
      .find((field) => field.name === name)
  const field = own ?? inherited()
  if (!field) throw new Error(`The model has no ${type}.${name}`)
  return field
}

/** What a type condition or a field may turn out to be. */
export function possibleTypes(model: Model, type: string): readonly string[] {
  const abstract = [...model.interfaces, ...model.unions].find(({ name }) => name === type)
  return abstract ? abstract.members : [type]
}
