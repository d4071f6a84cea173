import { accepted, acceptedUnless, refused, type Decision } from '@kompetanse/command/decision'
import { refusalOf } from '@kompetanse/command/workflow'
import { seen } from '@kompetanse/graph/seen'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideRegion, mayAddActivity, nationally, regionsOf } from '../../rights/domain/rights.ts'
import type { Wording } from './wording.ts'

/** Whose an activity is; always shown with it. */
export type Origin = 'PORTAL_DEFAULT' | 'DIRECTORATE' | 'ENTERPRISE'

export const ACTIVITY_COMMANDS = ['EDIT', 'RETIRE', 'PROPOSE_EDIT', 'PROPOSE_RETIREMENT'] as const
export type ActivityCommandName = (typeof ACTIVITY_COMMANDS)[number]

/** An edit makes a successor and retires the one edited: what was signed keeps what it was signed on. */
export type ActivityCommand =
  | { readonly name: 'EDIT'; readonly wording: Wording; readonly successorId: Id<'ActivityDefinition'> }
  | { readonly name: 'RETIRE' }

/** What is written of a command. */
export interface ActivityStep {
  readonly command: ActivityCommand
}

export interface Content extends Omit<Wording, 'description'> {
  readonly kind: string
}

/** An activity, as far as it says who has a say over it. */
export interface Owned {
  readonly retired: boolean
  readonly ownerRegion: RegionCode | null
}

type Grants = Pick<Actor, 'grants'>
/** The Directorate's are all of them; a region's administrators have their own. */
const mayChange = ({ ownerRegion }: Owned, actor: Grants): boolean =>
  nationally(actor) === 'CHANGES' || regionsOf(actor).some((region) => region === ownerRegion)

const impossible = ({ retired }: Owned): CurriculumRefusal | null => (retired ? 'RETIRED' : null)
const forbidden = (activity: Owned, actor: Grants): CurriculumRefusal | null =>
  mayChange(activity, actor) ? null : 'NOT_PERMITTED'

export function availableCommands(activity: Owned, actor: Grants): readonly ActivityCommandName[] {
  if (impossible(activity)) return []
  if (!forbidden(activity, actor)) return ['EDIT', 'RETIRE']
  return nationally(actor) === 'PROPOSES' ? ['PROPOSE_EDIT', 'PROPOSE_RETIREMENT'] : []
}

export interface Owner extends Pick<Owned, 'ownerRegion'> {
  readonly origin: Origin
}
const NATION: Owner = { origin: 'DIRECTORATE', ownerRegion: null }

/** Whose it is, what this person rewords: a portal's default is it only as it was shipped, a region's own stays its (F026). */
export const ownerBy = (actor: Grants, { ownerRegion }: Pick<Owned, 'ownerRegion'>): Owner =>
  nationally(actor) === 'CHANGES' ? NATION : { origin: 'ENTERPRISE', ownerRegion }

/** Whose it is to be, what this person adds: the nation's, or of the region named (F026). */
export function decideOwner(actor: Grants, named: RegionCode | null): Decision<Owner, CurriculumRefusal> {
  if (nationally(actor) === 'CHANGES') return accepted(NATION)
  const region = decideRegion(actor, named)
  return region.kind === 'refused'
    ? region
    : accepted({ origin: 'ENTERPRISE', ownerRegion: region.regionCode })
}

/** A new activity must say what it is, belong to a goal, and name its validity when it recurs (F124). */
export function decideAdd(
  actor: Grants,
  content: Content,
  goals: number,
): Decision<object, CurriculumRefusal> {
  if (!mayAddActivity(actor)) return refused('NOT_PERMITTED')
  const code = goals === 0 ? 'GOALS_REQUIRED' : faultOf(content)
  return acceptedUnless(code, {})
}

export function decideActivity(
  actor: Grants,
  activity: Owned & Pick<Content, 'kind'>,
  command: ActivityCommand,
): Decision<ActivityStep, CurriculumRefusal> {
  const code = refusalOf<CurriculumRefusal>({
    impossible: impossible(activity),
    forbidden: forbidden(activity, actor),
    incomplete: () => (command.name === 'EDIT' ? faultOf({ ...command.wording, kind: activity.kind }) : null),
  })
  return acceptedUnless(code, { command })
}

const LONGEST_TITLE = 200
/** Of months and of hours: beyond it is a slip of the pen, and no date is that far away. */
const LARGEST_NUMBER = 1000

function faultOf({ title, kind, validMonths, courseHours }: Content): CurriculumRefusal | null {
  if (!seen(title)) return 'TITLE_REQUIRED'
  if (title.length > LONGEST_TITLE) return 'TEXT_TOO_LONG'
  if (kind === 'RECURRING' && validMonths === null) return 'VALIDITY_REQUIRED'
  const numbers = [validMonths, courseHours].filter((value) => value !== null)
  const isUsable = (value: number) => Number.isInteger(value) && value > 0 && value <= LARGEST_NUMBER
  return numbers.every(isUsable) ? null : 'NUMBER_INVALID'
}
