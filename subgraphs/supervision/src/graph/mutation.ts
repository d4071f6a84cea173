import { mutations, type Given, type MemberRef, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { FieldMap, InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { builder, NotFound, StaleVersion, type Types } from '../builder.ts'

export const mutation = mutations(builder)

export type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>

/** What all mutations that give a thing a command have in common. */
interface Kind<Command, Value> {
  /** `groupId`: the input field that names the thing. */
  readonly id: string
  /** What a refusal says. */
  readonly refused: MemberRef
  readonly perform: (given: Given<Command>, context: GraphContext) => Promise<Outcome<Value, string>>
  readonly success: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, NoInfer<Value>>) => FieldMap
}

interface CommandMutation<Command, Fields extends InputFieldMap> {
  readonly name: string
  readonly description: string
  /** What it takes beside the thing and the version that the actor saw. */
  readonly input?: (t: InputBuilder) => Fields
  readonly command: (input: InputShapeFromFields<Fields>) => Command
}

/** `const groupMutation = mutationsOn({ id: 'groupId', … })`; `groupMutation({ name: 'RenameGroup', … })` adds one. */
export const mutationsOn =
  <Command, Value extends object>({ id, refused, perform, success }: Kind<Command, Value>) =>
  <Fields extends InputFieldMap>({ input, command, ...named }: CommandMutation<Command, Fields>) =>
    mutation<InputFieldMap, Value, string>({
      ...named,
      input: (t) => ({
        [id]: t.id({ required: true }),
        expectedVersion: t.int({
          required: true,
          description: 'What the actor saw; anything newer is StaleVersion.',
        }),
        ...input?.(t),
      }),
      refusals: [refused, NotFound, StaleVersion],
      perform: (given, context) => {
        const { [id]: of, expectedVersion, ...rest } = given as Record<string, never>
        return perform({ id: of, expectedVersion, command: command(rest as never) } as never, context)
      },
      success,
    })
