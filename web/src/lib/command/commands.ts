import type { TypedDocumentNode } from '@urql/core'
import { graph } from '#lib/graph/index.ts'
import type { Malformed, Outcome, Unreachable } from './outcome.ts'

/** A mutation with one variable: its input. It answers null when what it came to was lost on the way. */
type CommandDocument = TypedDocumentNode<Readonly<Record<string, Outcome | null>>, never>

type InputOf<Command> =
  Command extends TypedDocumentNode<object, infer Variables extends { input: object }>
    ? Variables['input']
    : never
type OutcomeOf<Command> =
  Command extends TypedDocumentNode<infer Data extends object, never> ? NonNullable<Data[keyof Data]> : never

type Commands<Documents> = {
  readonly [Name in keyof Documents]: (
    input: InputOf<Documents[Name]>,
  ) => Promise<OutcomeOf<Documents[Name]> | Malformed | Unreachable>
}

/** Codes of an operation that was not even begun, for what it was given. */
const MALFORMED: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'TEXT_TOO_LONG'])

const send = async (document: CommandDocument, input: object): Promise<Outcome> => {
  const { data, error } = await graph()
    .mutation(document as TypedDocumentNode<object, { input: object }>, { input })
    .toPromise()
  const code = error?.graphQLErrors[0]?.extensions['code']
  if (typeof code === 'string' && MALFORMED.has(code)) return { __typename: 'Malformed', code }
  const outcome = Object.values(data ?? {}).find((one) => one && typeof one === 'object')
  return error || !outcome ? { __typename: 'Unreachable', code: 'UNREACHABLE' } : (outcome as Outcome)
}

/**
 * The commands that one kind of thing can be given, by the name that its page has for them. The documents are
 * written out beside the page, as the registry requires; each selects `__typename`, the thing's current state and,
 * by the thing's own refusal fragment, why not. A refusal is an outcome, never a throw; no answer is one too.
 * @example const activity = commands({ recall: RecallActivity }); await work.run(() => activity.recall(input))
 */
export const commands = <const Documents extends Readonly<Record<string, CommandDocument>>>(
  documents: Documents,
): Commands<Documents> =>
  Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [name, (input: object) => send(document, input)]),
  ) as unknown as Commands<Documents>
