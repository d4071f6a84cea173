/**
 * Who may choose whom: the one rule behind the search for persons and behind every command that takes one. It is plain
 * data, since identity asks its own tables and the others their copy of the directory.
 */
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'

/** What somebody is chosen for. */
export const PURPOSES = ['LEADER', 'MENTOR', 'SUPERVISOR', 'DEPUTY', 'DELEGATE', 'ADMINISTRATOR'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Where the actor finds persons: whom this leaves out is not found, by the search and by the commands alike. */
export interface Reach {
  readonly everywhere: boolean
  readonly enterpriseIds: readonly Id<'Enterprise'>[]
  readonly regionCodes: readonly string[]
}

/**
 * The own enterprise and those of the people one has a relation to today, as trainee or for one, or whose leader one
 * stands in for: `near`. Then those that one administers; the Directorate and support find everybody. Null: a machine
 * chooses nobody.
 */
export function reachOf({ kind, personId, grants }: Actor, near: readonly Id<'Enterprise'>[]): Reach | null {
  if (kind !== 'person' || personId === '') return null
  return {
    everywhere: grants.some(({ role }) => role === 'SUPPORT' || role === 'DIRECTORATE'),
    enterpriseIds: [
      ...near,
      ...grants.flatMap(({ role, enterpriseId }) => (role === 'LOCAL_ADMIN' && enterpriseId) || []),
    ],
    regionCodes: grants.flatMap(({ role, regionCode }) => (role === 'REGIONAL_ADMIN' && regionCode) || []),
  }
}

/** Trainees approve nobody's goals. */
export const takesTrainees = (purpose: Purpose): boolean => purpose !== 'DELEGATE'

export interface Candidate {
  readonly id: Id<'Person'>
  readonly active: boolean
  readonly isTrainee: boolean
}

/** Whether one who is found can be it: still there, and not the one for whom it is chosen. */
export const fits = (purpose: Purpose, { id, active, isTrainee }: Candidate, forId: Id<'Person'>): boolean =>
  active && id !== forId && (takesTrainees(purpose) || !isTrainee)
