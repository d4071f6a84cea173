import type { Refused } from './decision.ts'

export interface Done<Value> {
  readonly kind: 'done'
  readonly value: Value
}

/** It does not exist, or the actor may not see it: the two are never told apart. */
export interface NotFound {
  readonly kind: 'not-found'
  readonly id: string
}

/** Somebody changed it after the actor read it. */
export interface Stale {
  readonly kind: 'stale'
  readonly expectedVersion: number
  readonly currentVersion: number
}

/** Why nothing was written. A refusal of what is there says of which. */
export type NotDone<Code extends string> = (Refused<Code> & { readonly id?: string }) | Stale | NotFound

/** What became of a command. */
export type Outcome<Value, Code extends string> = Done<Value> | NotDone<Code>

export const done = <Value>(value: Value): Done<Value> => ({ kind: 'done', value })
export const notFound = (id: string): NotFound => ({ kind: 'not-found', id })
export const stale = (expectedVersion: number, currentVersion: number): Stale => ({
  kind: 'stale',
  expectedVersion,
  currentVersion,
})
