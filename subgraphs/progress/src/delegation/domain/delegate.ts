/** A leader lets somebody else approve goals, by a guideline that the trainee reads when choosing (F094–F100). */
import { acceptedUnless, type Decision } from '@kompetanse/command/decision'
import { decideEndOf, type Ended, type EndingSituation } from '@kompetanse/command/ending'
import { fits, type Candidate } from '@kompetanse/directory/choosing'
import type { Period } from '@kompetanse/calendar/ending'
import { overlaps, type Days } from '@kompetanse/calendar/period'
import type { Id } from '@kompetanse/schema/ids'

export type DelegationRefusal =
  'NOT_PERMITTED' | 'ALREADY_DELEGATE' | 'PERSON_NOT_QUALIFIED' | 'GUIDELINE_REQUIRED' | 'PERIOD_INVALID'

export interface Naming extends Days {
  readonly guideline: string | null
}

export interface NamingSituation {
  readonly actorId: Id<'Person'>
  readonly delegate: Candidate
  /** Whether the actor leads anybody today. */
  readonly leads: boolean
  readonly today: string
  /** What the leader has named this person for already. */
  readonly running: readonly Days[]
}

/** What is written of a delegate who is named. */
export interface Named extends Days {
  readonly guideline: string
}

/** Whether the actor names this person a delegate. */
export const decideNaming = (
  naming: Naming,
  situation: NamingSituation,
): Decision<Named, DelegationRefusal> =>
  acceptedUnless(refuseNaming(naming, situation), { ...naming, guideline: naming.guideline ?? '' })

function refuseNaming(naming: Naming, situation: NamingSituation): DelegationRefusal | null {
  const { actorId, delegate, leads, today, running } = situation
  if (!leads) return 'NOT_PERMITTED'
  if (!fits('DELEGATE', delegate, actorId)) return 'PERSON_NOT_QUALIFIED'
  if (!naming.guideline) return 'GUIDELINE_REQUIRED'
  const { validFrom, validTo } = naming
  if (validTo !== null && (validTo < validFrom || validTo < today)) return 'PERIOD_INVALID'
  return running.some((period) => overlaps(period, naming)) ? 'ALREADY_DELEGATE' : null
}

/** What ending a delegation depends on. */
export interface Situation extends EndingSituation {
  readonly period: Period
}

/** At once: a delegation is not ended after a day to come. */
export const decideEnding = ({ period, ...situation }: Situation): Decision<Ended, DelegationRefusal> =>
  decideEndOf(period, null, situation)

export const DELEGATION_COMMANDS = ['END'] as const

/** What this actor can do with a delegation now. */
export const availableCommands = (situation: Situation) =>
  decideEnding(situation).kind === 'accepted' ? DELEGATION_COMMANDS : []
