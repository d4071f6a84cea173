/** How a command becomes a mutation: its input, its success, the union of that and its refusals, and the field. */
import { asShared, type GraphContext, type SharedTypes } from '@kompetanse/graph'
import type {
  FieldMap,
  InputFieldMap,
  InputShapeFromFields,
  ObjectRef,
  SchemaTypes,
  UnionRef,
} from '@pothos/core'
import type { Outcome } from '../outcome.ts'
import { fieldNameOf, memberOf, type Member } from './member.ts'

/** An object type that a mutation may answer with. */
export interface MemberRef {
  readonly kind: 'Object'
  readonly name: string
}

export interface Mutation<
  Types extends SchemaTypes,
  Fields extends InputFieldMap,
  Value,
  Code extends string,
> {
  /** `SignActivity`: what the mutation, its input, its success and its result are called after. */
  readonly name: string
  readonly description: string
  readonly input: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => Fields
  /** What else than done it may end in. */
  readonly refusals: readonly MemberRef[]
  readonly perform: (
    input: InputShapeFromFields<Fields>,
    context: GraphContext,
  ) => Promise<Outcome<Value, Code>>
  /** What it gives once it is done. After `perform`, so that TypeScript knows what that leaves. */
  readonly success: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, NoInfer<Value>>) => FieldMap
}

/** A mutation that was added: a bulk command of the same answers with it, row by row. */
export interface Added<Types extends SchemaTypes, Key extends string = string> {
  readonly name: string
  readonly result: UnionRef<Types, Member>
  readonly memberOf: (outcome: Outcome<object, string>) => Member
  /** Never there: says to the compiler by which ids it names things. */
  readonly key?: Key
}

/**
 * What adds mutations to a subgraph's schema. `const mutation = mutations(builder)`; `mutation({ name: 'SignActivity', … })`
 * adds `SignActivityInput`, `SignActivitySuccess`, `SignActivityResult` and `signActivity`.
 */
export const mutations =
  <Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) =>
  <Fields extends InputFieldMap, Value extends object, Code extends string>(
    given: Mutation<Types, Fields, Value, Code>,
  ): Added<Types> => {
    const builder = asShared(target)
    const mutation = given as unknown as Mutation<SharedTypes, InputFieldMap, object, string>
    const { name, description, perform } = mutation
    const Input = builder.inputType(`${name}Input`, {
      description: `What \`${fieldNameOf(name)}\` is given.`,
      fields: mutation.input,
    })
    const Success = builder
      .objectRef<Member>(`${name}Success`)
      .implement({ description: `\`${fieldNameOf(name)}\` was done.`, fields: mutation.success })
    const refusals = mutation.refusals as readonly ObjectRef<SharedTypes, object>[]
    const names = mutation.refusals.map((refusal) => refusal.name)
    const member = (outcome: Outcome<object, string>) => memberOf(`${name}Success`, names, outcome)
    const Result = builder.unionType(`${name}Result`, {
      description: `What \`${fieldNameOf(name)}\` answers: that it was done, or why it was not.`,
      types: [Success, ...refusals],
      resolveType: (value) => (value as Member).__typename,
    })
    builder.mutationField(fieldNameOf(name), (t) =>
      t.field({
        type: Result,
        nullable: true,
        description,
        args: { input: t.arg({ type: Input, required: true }) },
        resolve: async (_root, { input }, context) => member(await perform(input as never, context)),
      }),
    )
    return { name, result: Result as unknown as Added<Types>['result'], memberOf: member }
  }
