type DoneName = `${string}Success`

/** What the graph answers a command with, as far as all commands are alike: that it was done, or by a code why not. */
export type Outcome =
  | { readonly __typename: DoneName; readonly code?: never }
  | { readonly __typename: string; readonly code: string }

/** The command did not reach the portal, or its answer did not come back. Nothing is known to have changed. */
export type Unreachable = { readonly __typename: 'Unreachable'; readonly code: 'UNREACHABLE' }

/** What was sent cannot be read as the command: an empty date, a text that is too long. */
export type Malformed = { readonly __typename: 'Malformed'; readonly code: string }

/** The member of an answer that means success. */
export type Done<Answer extends Outcome> = Extract<Answer, { __typename: DoneName }>

/** Why a command was not done: a closed code, and the type that gives it, since one code may mean two things. */
export type Refusal = { readonly by: string; readonly code: string }

/** The one place where an answer is read: undefined when it was done, whatever else it is a refusal. */
export const refusalOf = ({ __typename: by, code }: Outcome): Refusal | undefined =>
  by.endsWith('Success') ? undefined : { by, code: code ?? 'UNREACHABLE' }
