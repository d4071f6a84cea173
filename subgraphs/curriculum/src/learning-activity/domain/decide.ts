import { seen } from '@kompetanse/graph/seen'
import type { Actor } from '@kompetanse/schema/actor-token'
import { nationally, regionsOf } from '../../rights/domain/rights.ts'

/** Whose an activity is; always shown with it. */
export type Origin = 'PORTAL_DEFAULT' | 'DIRECTORATE' | 'ENTERPRISE'

/** What a change of a shipped activity may meet; the codes are part of the graph. */
export type Refusal =
  'NOT_PERMITTED' | 'RETIRED' | 'TITLE_REQUIRED' | 'GOALS_REQUIRED' | 'VALIDITY_REQUIRED' | 'NUMBER_INVALID'
export const ACTIVITY_COMMANDS = ['EDIT', 'RETIRE', 'PROPOSE_EDIT', 'PROPOSE_RETIREMENT'] as const
export type Command = (typeof ACTIVITY_COMMANDS)[number]

export interface Content {
  readonly title: string
  readonly kind: string
  readonly validMonths: number | null
  readonly courseHours: number | null
}

/** An activity, as far as it says who has a say over it. */
export interface Owned {
  readonly retired: boolean
  readonly ownerRegion: string | null
}

type Grants = Pick<Actor, 'grants'>
type Decision = { readonly accepted: true } | { readonly accepted: false; readonly code: Refusal }
const accepted: Decision = { accepted: true }
const refused = (code: Refusal): Decision => ({ accepted: false, code })

/** The Directorate's are all of them; a region's administrators have their own. */
const mayChange = ({ ownerRegion }: Owned, actor: Grants): boolean =>
  nationally(actor) === 'CHANGES' || (ownerRegion !== null && regionsOf(actor).includes(ownerRegion))

export function availableCommands(activity: Owned, actor: Grants): readonly Command[] {
  if (activity.retired) return []
  if (mayChange(activity, actor)) return ['EDIT', 'RETIRE']
  return nationally(actor) === 'PROPOSES' ? ['PROPOSE_EDIT', 'PROPOSE_RETIREMENT'] : []
}

/** Whoever has a say adds activities: the Directorate the nation's, a region its own. */
export const mayAdd = (actor: Grants): boolean => nationally(actor) !== null

/** Whose it is, what this person adds or rewords: a portal's default is it only as it was shipped (F026). */
export const ownerBy = (actor: Grants): { readonly origin: Origin; readonly ownerRegion: string | null } =>
  nationally(actor) === 'CHANGES'
    ? { origin: 'DIRECTORATE', ownerRegion: null }
    : { origin: 'ENTERPRISE', ownerRegion: regionsOf(actor)[0] ?? null }

/** A new activity must say what it is, belong to a goal, and name its validity when it recurs (F124). */
export function decideAdd(actor: Grants, content: Content, goals: number): Decision {
  if (!mayAdd(actor)) return refused('NOT_PERMITTED')
  return goals === 0 ? refused('GOALS_REQUIRED') : decideContent(content)
}

export function decideChange(actor: Grants, activity: Owned, content: Content | null): Decision {
  if (!mayChange(activity, actor)) return refused('NOT_PERMITTED')
  if (activity.retired) return refused('RETIRED')
  return content ? decideContent(content) : accepted
}

const LONGEST_TITLE = 200
/** Of months and of hours: beyond it is a slip of the pen, and no date is that far away. */
const LARGEST_NUMBER = 1000

function decideContent({ title, kind, validMonths, courseHours }: Content): Decision {
  if (!seen(title) || title.length > LONGEST_TITLE) return refused('TITLE_REQUIRED')
  if (kind === 'RECURRING' && validMonths === null) return refused('VALIDITY_REQUIRED')
  const numbers = [validMonths, courseHours].filter((value) => value !== null)
  const isUsable = (value: number) => Number.isInteger(value) && value > 0 && value <= LARGEST_NUMBER
  return numbers.every(isUsable) ? accepted : refused('NUMBER_INVALID')
}
