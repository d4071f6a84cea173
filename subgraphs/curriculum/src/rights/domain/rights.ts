import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { CurriculumRefusal } from './refusal.ts'

type Grants = Pick<Actor, 'grants'>

/**
 * What somebody may do with what holds for the whole nation: goals, the plans of tracks, the activities that ship with
 * the portal and the Directorate's. The Directorate changes it, a region's administrator proposes; nobody else has a
 * say, a local administrator neither (F026).
 */
export function nationally({ grants }: Grants): 'CHANGES' | 'PROPOSES' | null {
  if (grants.some(({ role }) => role === 'DIRECTORATE')) return 'CHANGES'
  return regionsOf({ grants }).length > 0 ? 'PROPOSES' : null
}

/** The regions that somebody administers. */
export const regionsOf = ({ grants }: Grants): readonly RegionCode[] => [
  ...new Set(grants.flatMap(({ role, regionCode }) => (role === 'REGIONAL_ADMIN' && regionCode) || [])),
]

/** For which region somebody acts: the one named; unnamed, the only one. Who administers several names it. */
export function decideRegion(
  actor: Grants,
  named: RegionCode | null,
): Decision<{ readonly regionCode: RegionCode }, CurriculumRefusal> {
  const regions = regionsOf(actor)
  const [only, another] = regions
  if (only === undefined || (named !== null && !regions.includes(named))) return refused('NOT_PERMITTED')
  if (named === null && another !== undefined) return refused('REGION_REQUIRED')
  return accepted({ regionCode: named ?? only })
}

/** Whoever has a say adds activities: the Directorate the nation's, a region its own. */
export const mayAddActivity = (actor: Grants): boolean => nationally(actor) !== null

export const GOAL_COMMANDS = ['ADD_ACTIVITY'] as const

/** What this actor can do with a goal of the curriculum. */
export const availableGoalCommands = (actor: Grants) => (mayAddActivity(actor) ? GOAL_COMMANDS : [])
