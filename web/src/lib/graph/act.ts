import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { graph } from './client.ts'

/** The command did not reach the portal, or its answer did not come back. Nothing is known to have changed. */
export type Unreachable = { readonly __typename: 'Unreachable' }
const unreachable: Unreachable = { __typename: 'Unreachable' }

type Outcomes = Record<string, { __typename: string } | string>

/**
 * Performs one command and hands back the union member that answered it. A refusal is an outcome, never a throw;
 * no answer is one too.
 * @example const outcome = await act(SignActivity, { input }); if (outcome.__typename === 'SignActivitySuccess') …
 */
export const act = async <Data extends object, Variables extends AnyVariables>(
  command: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data[keyof Data] | Unreachable> => {
  const { data, error } = await graph().mutation(command, variables).toPromise()
  const outcome = data && Object.values(data as Outcomes).find((one) => one && typeof one === 'object')
  return error || !outcome ? unreachable : (outcome as Data[keyof Data])
}
