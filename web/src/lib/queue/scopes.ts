import { m } from '#lib/paraglide/messages.js'
import { withParam } from './address.ts'

/**
 * Whose requests a queue shows: those sent to the reader, those of all trainees that the reader leads, or those the
 * reader decides as a deputy.
 */
export type Scope = 'MINE' | 'MY_TRAINEES' | 'AS_DEPUTY'

const words: Record<Scope, () => string> = {
  MINE: m.queue_scope_mine,
  MY_TRAINEES: m.queue_scope_trainees,
  AS_DEPUTY: m.queue_scope_deputy,
}
export const scopeWord = (scope: Scope): string => words[scope]()

/** The parts of a profile that decide which scopes are of use. */
type Profile = { readonly trainingRoles: readonly string[]; readonly deputyships: readonly unknown[] }

/** The scopes that are of use to the reader: their own requests always, the others by their roles. */
export const offered = (
  { scopes, unlisted = [] }: { readonly scopes: readonly Scope[]; readonly unlisted?: readonly Scope[] },
  profile: Profile | null | undefined,
): readonly Scope[] => {
  const has = {
    MINE: true,
    MY_TRAINEES: profile?.trainingRoles.includes('LEADER') ?? false,
    AS_DEPUTY: Boolean(profile?.deputyships.length),
  }
  return scopes.filter((scope) => has[scope] && !unlisted.includes(scope))
}

type Address = { readonly pathname: string; readonly search: string }

export const scopeHref = (address: Address, scope: Scope): string =>
  withParam(address, 'omfang', scope === 'MINE' ? '' : scope)

/** When nothing is sent to oneself: the way to what one may decide beside it. */
export const elsewhere = (address: Address, current: Scope, scopes: readonly Scope[]) => {
  const next = current === 'MINE' ? scopes.find((scope) => scope !== 'MINE') : undefined
  return next && { href: scopeHref(address, next), text: m.queue_see_scope({ scope: scopeWord(next) }) }
}
