import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { graph } from './client.ts'

/** What a page's load hands to its page: the question and the first answer to it. */
export type Loaded<Data, Variables extends AnyVariables> = {
  document: TypedDocumentNode<Data, Variables>
  variables: Variables
  data: Data | undefined
  error: CombinedError | undefined
}

/**
 * Runs a query in a page's universal `load`. Never throws for a result that is partly or wholly missing: the
 * page draws what came and shows which parts are missing.
 * @param at.fetch the fetch that `load` was given, so that the server's answer travels with the page
 */
export const load = async <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  at: { fetch: typeof fetch },
): Promise<Loaded<Data, Variables>> => {
  const answer = await graph().query(document, variables, { fetch: at.fetch }).toPromise()
  return { document, variables, data: answer.data, error: answer.error }
}
