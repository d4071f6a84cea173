import type { Refused } from './decision.ts'

export interface Done<Value> {
  readonly kind: 'done'
  readonly value: Value
}

/** It does not exist, or the actor may not see it: the two are never told apart. */
export interface NotFound {
  readonly kind: 'not-found'
  readonly code: 'NOT_FOUND'
  readonly id: string
}

/** Somebody changed it after the actor read it. */
export interface Stale {
  readonly kind: 'stale'
  readonly code: 'STALE_VERSION'
  readonly expectedVersion: number
  readonly currentVersion: number
}

/** Why nothing was written. A refusal of what is there says of which. */
export type NotDone<Code extends string, More extends object = object> =
  (Refused<Code, More> & { readonly id?: string }) | Stale | NotFound

/** What became of a command. */
export type Outcome<Value, Code extends string, More extends object = object> =
  Done<Value> | NotDone<Code, More>

export const done = <Value>(value: Value): Done<Value> => ({ kind: 'done', value })
export const notFound = (id: string): NotFound => ({ kind: 'not-found', code: 'NOT_FOUND', id })
export const stale = (expectedVersion: number, currentVersion: number): Stale => ({
  kind: 'stale',
  code: 'STALE_VERSION',
  expectedVersion,
  currentVersion,
})
