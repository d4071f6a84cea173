import { isId, type NotFoundShape, type StaleVersionShape } from '@kompetanse/graph'
import type { RefusalCode } from './domain/codes.ts'

export interface RefusedShape {
  readonly __typename: 'IdentityRefused'
  readonly code: RefusalCode
}

export type Refusal = NotFoundShape | RefusedShape
/** What a use case answers: what was done, or a refusal that is a member of the mutation's union. */
export type Outcome<Done, Extra = never> = { readonly done: Done } | Refusal | Extra
export type VersionedOutcome<Done> = Outcome<Done, StaleVersionShape>

export const done = <Done>(value: Done): { readonly done: Done } => ({ done: value })
export const notFound = (id: string): NotFoundShape => ({ __typename: 'NotFound', id })
export const refused = (code: RefusalCode): RefusedShape => ({ __typename: 'IdentityRefused', code })
export const stale = (expectedVersion: number, currentVersion: number): StaleVersionShape => ({
  __typename: 'StaleVersion',
  expectedVersion,
  currentVersion,
})

const NONE = '00000000-0000-0000-0000-000000000000'

/** An id as the database writes it: what is no uuid is the id of nothing, so it answers like an unknown one. */
export const asId = (id: string): string => (isId(id) ? id.toLowerCase() : NONE)
