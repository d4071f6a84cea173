/** Who may give which command to what is a trainee's, by what the actor is to it. */
import type { Id } from '@kompetanse/schema/ids'
import { stoodInFor } from './standing-in.ts'

/** What lets somebody give each command. */
interface May<Name extends string, Role> {
  readonly may: Readonly<Record<Name, (role: Role) => boolean>>
}

/** What decides on another's work, which nobody does so on their own, and how that is refused. */
interface Decisions<Name extends string, Own extends string> {
  readonly decisions: readonly Name[]
  readonly own: Own
}

/** The two go together: of decisions without a refusal nobody would be refused. */
type Rule<Name extends string, Role, Own extends string> = May<Name, Role> &
  (Decisions<Name, Own> | { readonly decisions?: never; readonly own?: never })

type Kinded = { readonly kind: string }

/** Whether a role is of one of these kinds: `isOneOf<ActivityRole>('SIGNER')`. */
export const isOneOf =
  <Role extends Kinded>(...kinds: readonly Role['kind'][]) =>
  ({ kind }: Role): boolean =>
    kinds.includes(kind)

const isTrainee = isOneOf('TRAINEE')

export function permission<Name extends string, Role extends Kinded, Own extends string = never>({
  may,
  decisions,
  own,
}: Rule<Name, Role, Own>) {
  return {
    /** Why these roles may not give this command, or null when they may. */
    forbidden(command: Name, roles: readonly Role[]): Own | 'NOT_PERMITTED' | null {
      if (own && decisions?.includes(command) && roles.some(isTrainee)) return own
      return roles.some(may[command]) ? null : 'NOT_PERMITTED'
    },
    /** Whom the actor stands in for when giving it; null when the actor may give it in their own name (F012). */
    onBehalfOf: (command: Name, roles: readonly Role[]): Id<'Person'> | null =>
      stoodInFor(roles.filter(may[command])),
  }
}
