import { m } from '#lib/paraglide/messages.js'
import { withParam } from './address.ts'

/** Whose items a queue shows: what is sent to oneself, of all whom one leads, or as somebody's deputy. */
export type Scope = 'MINE' | 'MY_TRAINEES' | 'AS_DEPUTY'

const words: Record<Scope, () => string> = {
  MINE: m.queue_scope_mine,
  MY_TRAINEES: m.queue_scope_trainees,
  AS_DEPUTY: m.queue_scope_deputy,
}
export const scopeWord = (scope: Scope): string => words[scope]()

type Address = { readonly pathname: string; readonly search: string }

export const scopeHref = (address: Address, scope: Scope): string =>
  withParam(address, 'omfang', scope === 'MINE' ? '' : scope)

/** When nothing is sent to oneself: the way to what one may decide beside it. */
export const elsewhere = (address: Address, current: Scope, scopes: readonly Scope[]) => {
  const next = current === 'MINE' ? scopes.find((scope) => scope !== 'MINE') : undefined
  return next && { href: scopeHref(address, next), text: m.queue_see_scope({ scope: scopeWord(next) }) }
}
