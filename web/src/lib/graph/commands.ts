import type { TypedDocumentNode } from '@urql/core'
import { act, type Malformed, type Unreachable } from './act.ts'

/** A mutation with one variable: its input. */
type CommandDocument = TypedDocumentNode<object, never>

type InputOf<Command> =
  Command extends TypedDocumentNode<object, infer Variables extends { input: object }>
    ? Variables['input']
    : never
type OutcomeOf<Command> =
  Command extends TypedDocumentNode<infer Data extends object, never> ? Data[keyof Data] : never

type Commands<Documents> = {
  readonly [Name in keyof Documents]: (
    input: InputOf<Documents[Name]>,
  ) => Promise<OutcomeOf<Documents[Name]> | Malformed | Unreachable>
}

/**
 * The commands that one kind of thing can be given, by the name that its page calls them. The documents stand
 * written out beside the page, as the registry asks; each answers `__typename`, the thing as it stands now and,
 * by the thing's own refusal fragment, why not. A refusal is an outcome, never a throw; no answer is one too.
 * @example const activity = commands({ recall: RecallActivity }); const outcome = await activity.recall(input)
 */
export const commands = <const Documents extends Readonly<Record<string, CommandDocument>>>(
  documents: Documents,
): Commands<Documents> => {
  const callable: Record<string, unknown> = {}
  for (const [name, document] of Object.entries(documents))
    callable[name] = (input: object) =>
      act(document as TypedDocumentNode<object, { input: object }>, { input })
  return callable as Commands<Documents>
}
