import type { Actor } from '@kompetanse/schema/actor-token'

/** Whose an activity is; always shown with it. */
export type Origin = 'PORTAL_DEFAULT' | 'DIRECTORATE' | 'ENTERPRISE'

/** What a change of a shipped activity may meet; the codes are part of the graph. */
export type Refusal =
  'NOT_PERMITTED' | 'RETIRED' | 'TITLE_REQUIRED' | 'GOALS_REQUIRED' | 'VALIDITY_REQUIRED' | 'NUMBER_INVALID'
export type Command = 'EDIT' | 'RETIRE'

export interface Content {
  readonly title: string
  readonly kind: string
  readonly validMonths: number | null
  readonly courseHours: number | null
}

type Decision = { readonly accepted: true } | { readonly accepted: false; readonly code: Refusal }
const accepted: Decision = { accepted: true }
const refused = (code: Refusal): Decision => ({ accepted: false, code })

const EDITORS: ReadonlySet<string> = new Set(['REGIONAL_ADMIN', 'DIRECTORATE'])

/** Shipped activities and track rules hold for the whole nation, so local administrators do not change them (F026). */
export const mayAdminister = (actor: Pick<Actor, 'grants'>): boolean =>
  actor.grants.some((grant) => EDITORS.has(grant.role))

export const availableCommands = (
  activity: { readonly retired: boolean },
  actor: Pick<Actor, 'grants'>,
): readonly Command[] => (!activity.retired && mayAdminister(actor) ? ['EDIT', 'RETIRE'] : [])

/** Whose it is, what this person adds or rewords: a portal's default is it only as it was shipped (F026). */
export const originBy = (actor: Pick<Actor, 'grants'>): Origin =>
  actor.grants.some((grant) => grant.role === 'DIRECTORATE') ? 'DIRECTORATE' : 'ENTERPRISE'

/** A new activity must say what it is, belong to a goal, and name its validity when it recurs (F124). */
export function decideAdd(actor: Pick<Actor, 'grants'>, content: Content, goals: number): Decision {
  if (!mayAdminister(actor)) return refused('NOT_PERMITTED')
  return goals === 0 ? refused('GOALS_REQUIRED') : decideContent(content)
}

export function decideChange(
  actor: Pick<Actor, 'grants'>,
  activity: { readonly retired: boolean },
  content: Content | null,
): Decision {
  if (!mayAdminister(actor)) return refused('NOT_PERMITTED')
  if (activity.retired) return refused('RETIRED')
  return content ? decideContent(content) : accepted
}

const LONGEST_TITLE = 200
/** Of months and of hours: beyond it is a slip of the pen, and no date is that far away. */
const LARGEST_NUMBER = 1000

function decideContent({ title, kind, validMonths, courseHours }: Content): Decision {
  if (!title.trim() || title.length > LONGEST_TITLE) return refused('TITLE_REQUIRED')
  if (kind === 'RECURRING' && validMonths === null) return refused('VALIDITY_REQUIRED')
  const numbers = [validMonths, courseHours].filter((value) => value !== null)
  const isUsable = (value: number) => Number.isInteger(value) && value > 0 && value <= LARGEST_NUMBER
  return numbers.every(isUsable) ? accepted : refused('NUMBER_INVALID')
}
