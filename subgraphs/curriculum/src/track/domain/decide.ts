import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { nationally } from '../../rights/domain/rights.ts'

export const TRACK_COMMANDS = ['SET_PLANS', 'PROPOSE_PLANS'] as const
export type TrackCommandName = (typeof TRACK_COMMANDS)[number]

/** Which plans a trainee in the track gets from now on, in this order; plans already assigned stay (F102–F105). */
export interface SetPlans {
  readonly planTemplateIds: readonly Id<'PlanTemplate'>[]
  readonly assignsAutomatically: boolean
}

type Grants = Pick<Actor, 'grants'>

/** A track's plans are the nation's, also where a region's hospitals train: it is one track in all of them (F102–F105). */
export function availableCommands(actor: Grants): readonly TrackCommandName[] {
  const say = nationally(actor)
  return say === 'CHANGES' ? ['SET_PLANS'] : say === 'PROPOSES' ? ['PROPOSE_PLANS'] : []
}

export const maySetPlans = (actor: Grants): boolean => availableCommands(actor).includes('SET_PLANS')

/** Each plan once, at its first place: whether it is set or proposed. */
export const eachOnce = <Plans extends SetPlans>(plans: Plans): Plans => ({
  ...plans,
  planTemplateIds: [...new Set(plans.planTemplateIds)],
})

export function decideTrack(
  actor: Grants,
  plans: SetPlans,
): Decision<{ plans: SetPlans }, CurriculumRefusal> {
  if (!maySetPlans(actor)) return refused('NOT_PERMITTED')
  return plans.planTemplateIds.length === 0 ? refused('PLANS_REQUIRED') : accepted({ plans: eachOnce(plans) })
}
