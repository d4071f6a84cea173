import { idIs, type GraphContext } from '@kompetanse/graph'
import type { IdKind } from '@kompetanse/schema/ids'
import type { FieldMap, InputFieldMap, InputShapeFromFields, SchemaTypes } from '@pothos/core'
import type { Given } from '../commands.ts'
import type { Outcome } from '../outcome.ts'
import type { Added, MemberRef, mutations } from './mutation.ts'

type InputBuilder<Types extends SchemaTypes> = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>
type FieldBuilder<Types extends SchemaTypes, Value> = PothosSchemaTypes.ObjectFieldBuilder<Types, Value>

/** What all mutations that give a command to one kind of thing have in common. */
interface Kind<Types extends SchemaTypes, Command, Value, Key extends string> {
  /** `groupId`: the input field that names the thing. */
  readonly id: string
  /** By what it is refused. */
  readonly refused: MemberRef
  readonly perform: (given: Given<Command, Key>, context: GraphContext) => Promise<Outcome<Value, string>>
  /** What each gives that says nothing else: the thing. */
  readonly success: (t: FieldBuilder<Types, NoInfer<Value>>) => FieldMap
}

interface CommandMutation<Types extends SchemaTypes, Command, Value, Fields extends InputFieldMap> {
  readonly name: string
  readonly description: string
  /** What it takes beside the thing and the version that the actor saw. */
  readonly input?: (t: InputBuilder<Types>) => Fields
  readonly command: (input: InputShapeFromFields<Fields>) => Command
  readonly success?: (t: FieldBuilder<Types, Value>) => FieldMap
}

/** Of every version that a command is given. */
export const SEEN = 'What the actor saw; anything newer is StaleVersion.'
/** Of every thing that a command is given to. */
const THING = 'What it is done to. NotFound of what does not exist, or the actor may not see.'

/** The version of a thing that the actor saw, beside the field that names the thing. */
const withVersion = <Types extends SchemaTypes, Name extends string, Thing>(
  t: InputBuilder<Types>,
  name: Name,
  thing: Thing,
) => {
  return {
    ...({ [name]: thing } as Record<Name, Thing>),
    expectedVersion: t.int({ required: true, description: SEEN }),
  }
}

/** The thing and the version of it that the actor saw, as every such mutation takes them. */
export const seen =
  <Name extends string, Of extends IdKind>(name: Name, of: Of) =>
  <Types extends SchemaTypes>(t: InputBuilder<Types>) =>
    withVersion(t, name, t.idOf(of, { required: true, description: THING }))

/**
 * `const mutationsOn = commandMutations(mutation, { NotFound, StaleVersion })`;
 * `const groupMutation = mutationsOn({ id: 'groupId', … })`; `groupMutation({ name: 'RenameGroup', … })` adds one.
 */
export const commandMutations =
  <Types extends SchemaTypes>(
    mutation: ReturnType<typeof mutations<Types>>,
    common: { readonly NotFound: MemberRef; readonly StaleVersion: MemberRef },
  ) =>
  <Command, Value extends object, Key extends string>(kind: Kind<Types, Command, Value, Key>) =>
  <Fields extends InputFieldMap>({
    input,
    command,
    success = kind.success as (t: FieldBuilder<Types, Value>) => FieldMap,
    ...named
  }: CommandMutation<Types, Command, Value, Fields>): Added<Types, Key> =>
    mutation<InputFieldMap, Value, string>({
      ...named,
      input: (t) => ({
        ...withVersion(t, kind.id, t.id({ required: true, description: THING, ...idIs('GIVEN_BY_COMMAND') })),
        ...input?.(t),
      }),
      refusals: [kind.refused, common.NotFound, common.StaleVersion],
      perform: (given, context) => {
        const { [kind.id]: id, expectedVersion, ...rest } = given as Record<string, never>
        return kind.perform({ id, expectedVersion, command: command(rest as never) } as never, context)
      },
      success: success as never,
    }) as Added<Types, Key>
