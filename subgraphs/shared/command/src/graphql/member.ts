import type { Outcome } from '../outcome.ts'

/** A member of a result union says which it is. */
export interface Member {
  readonly __typename: string
}

/** `signActivity` of `SignActivity`. */
export const fieldNameOf = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`

/**
 * An outcome as the member that it is of the union of a success and refusals. Of a refusal the type is the one of the mutation's own that is called
 * `…Refused`; what else a refusal says is a field of it.
 */
export function memberOf(
  success: string,
  refusals: readonly string[],
  outcome: Outcome<object, string>,
): Member {
  switch (outcome.kind) {
    case 'done':
      return { ...outcome.value, __typename: success }
    case 'refused':
      return { ...outcome, __typename: refusedIn(success, refusals) }
    case 'stale':
      return { ...outcome, __typename: 'StaleVersion' }
    case 'not-found':
      return { ...outcome, __typename: 'NotFound' }
  }
}

function refusedIn(success: string, refusals: readonly string[]): string {
  const refused = refusals.find((each) => each !== 'NotFound' && each !== 'StaleVersion')
  if (!refused) throw new Error(`what would be ${success} is refused, and says by no type`)
  return refused
}
