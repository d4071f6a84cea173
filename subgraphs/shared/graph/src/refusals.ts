/** What a command answers that is not done: one interface, and the members that every subgraph has of it. */
import { REFUSALS, type RefusalCode } from '@kompetanse/schema/refusals'
import type { FieldMap, ObjectRef, SchemaTypes } from '@pothos/core'
import { ID_AS_GIVEN } from './ids.ts'
import { asShared } from './shared-builder.ts'

export interface NotFoundShape {
  readonly __typename: 'NotFound'
  readonly id: string
}

export interface StaleVersionShape {
  readonly __typename: 'StaleVersion'
  readonly expectedVersion: number
  readonly currentVersion: number
}

interface Coded {
  readonly code: RefusalCode
}

type Builder = ReturnType<typeof asShared>

/** What adds a refusal of a subgraph's own. */
export type AddRefusal<Types extends SchemaTypes> = ReturnType<typeof addRefusals<Types>>['refusal']

/** `XRefused`: which codes it can have, each with what a client must know beside the code's own words. */
interface RefusalOptions<Types extends SchemaTypes, Code extends RefusalCode, Shape> {
  readonly codes: Readonly<Record<Code, string>>
  /** Of a type that several subgraphs have. */
  readonly shareable?: true
  /** What it says beside code and message. The thing that was refused, as it is now, is `current`. */
  readonly fields?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>) => FieldMap
}

/** Adds the interface `Refusal`, `NotFound` and `StaleVersion`; gives these and what adds a refusal of a subgraph's own. */
export function addRefusals<Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) {
  const builder = asShared(target)
  const Refusal = addInterface(builder)
  const { NotFound, StaleVersion } = addCommon(builder, Refusal)

  const refusal = <Code extends RefusalCode, Shape extends { readonly code: Code } = { readonly code: Code }>(
    name: string,
    { codes, fields, shareable }: RefusalOptions<Types, Code, Shape>,
  ): ObjectRef<Types, Shape> => {
    const make = fields as unknown as ((t: object) => FieldMap) | undefined
    const ref = builder.objectRef<Coded>(name).implement({
      interfaces: [Refusal],
      description: describe(codes),
      ...(shareable && { shareable }),
      fields: (t) => make?.(t) ?? {},
    })
    return ref as unknown as ObjectRef<Types, Shape>
  }

  return {
    NotFound: NotFound as unknown as ObjectRef<Types, NotFoundShape>,
    StaleVersion: StaleVersion as unknown as ObjectRef<Types, StaleVersionShape>,
    refusal,
  }
}

/** The codes of a refusal, for who reads the schema. */
const describe = (codes: Readonly<Record<string, string>>): string =>
  Object.entries(codes)
    .map(([code, more]) => (more ? `- ${code}: ${more}` : `- ${code}`))
    .join('\n')

function addInterface(builder: Builder) {
  const values = Object.fromEntries(
    Object.entries(REFUSALS).map(([code, description]) => [code, { description }]),
  ) as Record<RefusalCode, { description: string }>
  const Code = builder.enumType('RefusalCode', {
    description: 'Why a command was refused; which of them one can be, its refusal’s description says.',
    values,
  })
  return builder.interfaceRef<Coded>('Refusal').implement({
    description: 'Why a command was not done. Nothing was written.',
    fields: (t) => ({
      code: t.field({ type: Code, description: 'Why, for a client.', resolve: ({ code }) => code }),
      message: t.string({
        description: 'In English, for who reads the answer without a client; a client has words by the code.',
        resolve: ({ code }) => REFUSALS[code],
      }),
    }),
  })
}

type Interface = ReturnType<typeof addInterface>

function addCommon(builder: Builder, Refusal: Interface) {
  const NotFound = builder.objectRef<NotFoundShape & Coded>('NotFound').implement({
    interfaces: [Refusal],
    description: 'It does not exist, or the actor may not see it: the two are never told apart.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id', { description: ID_AS_GIVEN }),
    }),
  })
  const StaleVersion = builder.objectRef<StaleVersionShape & Coded>('StaleVersion').implement({
    interfaces: [Refusal],
    description: 'Somebody changed the object after the client read it. Read again, then decide again.',
    shareable: true,
    fields: (t) => ({
      expectedVersion: t.exposeInt('expectedVersion', { description: 'As it was given.' }),
      currentVersion: t.exposeInt('currentVersion', { description: 'As it is now.' }),
    }),
  })
  return { NotFound, StaleVersion }
}
