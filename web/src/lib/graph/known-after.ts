import type { CombinedError } from '@urql/core'

/** What a page has of its query. */
export type Answer<Data> = { data: Data | undefined; error: CombinedError | undefined; stale: boolean }

/** What is known after an answer: when none came at all, what was there before, with what is written in it. */
export const knownAfter = <Data>(
  former: Answer<Data>,
  { data, error, stale }: Answer<Data>,
): Answer<Data> => ({
  data: data ?? (error?.networkError ? former.data : undefined),
  error,
  stale,
})
