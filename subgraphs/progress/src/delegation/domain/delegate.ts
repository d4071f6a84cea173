/** A leader lets somebody else approve goals, by a guideline that the trainee reads when choosing (F094–F100). */
import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { fits, type Candidate } from '@kompetanse/directory/choosing'

export type DelegationRefusal =
  'NOT_PERMITTED' | 'ALREADY_DELEGATE' | 'PERSON_NOT_QUALIFIED' | 'GUIDELINE_REQUIRED' | 'PERIOD_INVALID'

export interface Period {
  /** YYYY-MM-DD */
  readonly validFrom: string
  /** The last day, inclusive; null while it runs. */
  readonly validTo: string | null
}

export interface Naming extends Period {
  readonly guideline: string | null
}

export interface NamingSituation {
  readonly actorId: string
  readonly delegate: Candidate
  /** Whether the actor leads anybody today. */
  readonly leads: boolean
  readonly today: string
  /** What the leader has named this person for already. */
  readonly running: readonly Period[]
}

/** Why this person cannot be named a delegate, or null. */
export function refuseNaming(naming: Naming, situation: NamingSituation): DelegationRefusal | null {
  const { actorId, delegate, leads, today, running } = situation
  if (!leads) return 'NOT_PERMITTED'
  if (!fits('DELEGATE', delegate, actorId)) return 'PERSON_NOT_QUALIFIED'
  if (!naming.guideline) return 'GUIDELINE_REQUIRED'
  const { validFrom, validTo } = naming
  if (validTo !== null && (validTo < validFrom || validTo < today)) return 'PERIOD_INVALID'
  return running.some((period) => overlap(period, naming)) ? 'ALREADY_DELEGATE' : null
}

const overlap = (a: Period, b: Period) => !endsBefore(a, b) && !endsBefore(b, a)
const endsBefore = (a: Period, b: Period) => a.validTo !== null && a.validTo < b.validFrom

/** What ending a delegation depends on. */
export interface Ending {
  readonly period: Period
  readonly mayEnd: boolean
  readonly today: string
}

export function decideEnding({ period, mayEnd, today }: Ending): Decision<object, DelegationRefusal> {
  if (!mayEnd) return refused('NOT_PERMITTED')
  return isOpen(period, today) ? accepted({}) : refused('PERIOD_INVALID')
}

/** Whether it runs, or is to run: what is over is not ended again. */
export const isOpen = ({ validTo }: Pick<Period, 'validTo'>, today: string): boolean =>
  validTo === null || validTo >= today
