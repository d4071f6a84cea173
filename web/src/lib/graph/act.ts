import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { graph } from './client.ts'

/** The command did not reach the portal, or its answer did not come back. Nothing is known to have changed. */
export type Unreachable = { readonly __typename: 'Unreachable' }
const unreachable: Unreachable = { __typename: 'Unreachable' }

/** What was sent cannot be read as the command: an empty date, a text that is too long. */
export type Malformed = { readonly __typename: 'Malformed'; readonly code: string }
const MALFORMED: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'TEXT_TOO_LONG'])

type Outcomes = Record<string, { __typename: string } | string>

/**
 * Performs one command and hands back the union member that answered it. A refusal is an outcome, never a throw;
 * what cannot be read and no answer are outcomes too.
 * @example const outcome = await act(SignActivity, { input }); if (outcome.__typename === 'SignActivitySuccess') …
 */
export const act = async <Data extends object, Variables extends AnyVariables>(
  command: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data[keyof Data] | Malformed | Unreachable> => {
  const { data, error } = await graph().mutation(command, variables).toPromise()
  const outcome = data && Object.values(data as Outcomes).find((one) => one && typeof one === 'object')
  const code = error?.graphQLErrors[0]?.extensions['code']
  if (typeof code === 'string' && MALFORMED.has(code)) return { __typename: 'Malformed', code }
  return error || !outcome ? unreachable : (outcome as Data[keyof Data])
}
