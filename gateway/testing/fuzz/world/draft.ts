import type { Random } from '../random.ts'
import type { FieldModel, InterfaceModel, KeyPart, ObjectModel, UnionModel } from './model.ts'

/** A model under way. */
export interface Draft {
  readonly subgraphs: readonly string[]
  readonly types: Map<string, ObjectModel>
  readonly interfaces: InterfaceModel[]
  readonly unions: UnionModel[]
  /** `Type.field` of inputs of `@requires` whose arguments are settled. */
  readonly spoken: Set<string>
}

interface FieldOptions {
  readonly owners: readonly string[]
  readonly args?: string
  readonly keyPart?: KeyPart
  readonly requires?: string
  readonly inaccessible?: boolean
  readonly failing?: boolean
}

export const plainField = (name: string, type: string, options: FieldOptions): FieldModel => ({
  name,
  type,
  args: options.args ?? '',
  owners: new Set(options.owners),
  external: new Set(),
  looseIn: new Set(),
  provides: new Map(),
  inaccessible: options.inaccessible ?? false,
  failing: options.failing ?? false,
  ...(options.keyPart && { keyPart: options.keyPart }),
  ...(options.requires && { requires: options.requires }),
})

const KEY_TYPES: Readonly<Record<KeyPart, string>> = {
  id: 'ID!',
  number: 'Int!',
  text: 'String!',
  nested: 'Nested!',
}

/** The fields of an entity's keys. The entity, not the field, records which subgraph has which key. */
export function keyFields(random: Random, second: string): FieldModel[] {
  const names = (['id', 'number', 'text', 'nested'] as const).filter(
    (name) => name === 'id' || second.split(' {')[0]?.split(' ').includes(name),
  )
  return names.map((name) =>
    plainField(name, KEY_TYPES[name], {
      owners: [],
      keyPart: name,
      inaccessible: name !== 'id' && random.chance(0.2),
    }),
  )
}
