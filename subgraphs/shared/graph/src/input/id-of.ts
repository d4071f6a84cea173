/** What an id in an input is of, for who writes the resolver: `t.idOf('Person', { required: true })`. A client sees an ID. */
import type { Id, IdKind } from '@kompetanse/schema/ids'
import { InputFieldBuilder, type FieldRequiredness, type InputOrArgRef, type SchemaTypes } from '@pothos/core'

type Builder = InputFieldBuilder<SchemaTypes, 'InputObject'>
type Maybe<Value, Required> = Required extends true ? Value : Value | null | undefined

declare global {
  export namespace PothosSchemaTypes {
    interface InputFieldBuilder<
      Types extends SchemaTypes,
      Kind extends keyof PothosSchemaTypes.InputFieldOptionsByKind,
    > {
      /** An ID that the resolver gets as `Id<Of>`. */
      idOf: <Of extends IdKind, Req extends FieldRequiredness<'ID'> = false>(
        of: Of,
        options?: Omit<PothosSchemaTypes.InputFieldOptionsByKind<Types, 'ID', Req>[Kind], 'type'>,
      ) => InputOrArgRef<Types, Maybe<Id<Of>, Req>, Kind>
      /** A list of them. */
      idsOf: <Of extends IdKind, Req extends FieldRequiredness<['ID']> = false>(
        of: Of,
        options?: Omit<PothosSchemaTypes.InputFieldOptionsByKind<Types, ['ID'], Req>[Kind], 'type'>,
      ) => InputOrArgRef<Types, Maybe<Id<Of>[], Req>, Kind>
    }
  }
}

/** What an input field of the type ID says of it: of what it is, or that its command says so. */
export const idIs = (of: IdKind | 'GIVEN_BY_COMMAND') => ({ extensions: { of } })

// As every kind of field that a plugin of Pothos adds: `t.arg` takes what it has from here.
Object.assign(InputFieldBuilder.prototype, {
  idOf(this: Builder, of: IdKind, options: object = {}) {
    return this.field({ ...options, ...idIs(of), type: 'ID' })
  },
  idsOf(this: Builder, of: IdKind, options: object = {}) {
    return this.field({ ...options, ...idIs(of), type: ['ID'] })
  },
})
