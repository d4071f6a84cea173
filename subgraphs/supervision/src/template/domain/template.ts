import { acceptedUnless, refused, type Decision } from '@kompetanse/command/decision'
import { decideTo, targetOf } from '@kompetanse/command/workflow'
import type { Grant } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Role } from '@kompetanse/schema/roles'
import { LONGEST_NAME, LONGEST_TOPIC, MOST_TOPICS, refuseText } from '../../conversation/domain/complete.ts'

export type TemplateRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'NAME_REQUIRED'
  | 'TOPICS_INVALID'
  | 'TEXT_TOO_LONG'
  | 'NATIONAL_ID_FOUND'

/** Of one enterprise, of one region, or the portal's own default. */
export interface Scope {
  readonly enterpriseId: Id<'Enterprise'> | null
  readonly regionCode: RegionCode | null
}

/** The scope of a template that is added: never of both. */
export type NewScope = Scope & ({ readonly enterpriseId: null } | { readonly regionCode: null })

export interface Content {
  readonly name: string
  readonly topics: readonly string[]
}

/** Whether these grants administer templates of that scope; the portal's own are for support. */
export const administers = (grants: readonly Grant[], scope: Scope): boolean =>
  grants.some((grant) => BY_ROLE[grant.role](grant, scope))

const isOf = ({ enterpriseId, regionCode }: Grant, scope: Scope): boolean =>
  enterpriseId ? enterpriseId === scope.enterpriseId : regionCode !== null && regionCode === scope.regionCode

const BY_ROLE: Readonly<Record<Role, (grant: Grant, scope: Scope) => boolean>> = {
  LOCAL_ADMIN: isOf,
  REGIONAL_ADMIN: isOf,
  SUPPORT: (grant, scope) => (!grant.enterpriseId && !grant.regionCode) || isOf(grant, scope),
  DIRECTORATE: () => false,
}

/** For whom these grants may add a template; a scope of neither is the portal's own. */
export function administeredScopes(grants: readonly Grant[]): readonly Scope[] {
  const scopes = grants.map(({ enterpriseId, regionCode }) =>
    enterpriseId ? { enterpriseId, regionCode: null } : { enterpriseId: null, regionCode },
  )
  const own = scopes.filter((scope) => administers(grants, scope))
  return [...new Map(own.map((scope) => [JSON.stringify(scope), scope])).values()]
}

/** Why this cannot be a template's content, or null. */
export function refuseContent({ name, topics }: Content): TemplateRefusal | null {
  if (!name) return 'NAME_REQUIRED'
  if (topics.length === 0 || topics.length > MOST_TOPICS) return 'TOPICS_INVALID'
  if (name.length > LONGEST_NAME || topics.some(({ length }) => length > LONGEST_TOPIC))
    return 'TEXT_TOO_LONG'
  return refuseText(name, ...topics)
}

/** Whether these grants add a template of that scope: one of those that are offered, so that it is of a place there is. */
export function decideAdding(
  template: Content & NewScope,
  grants: readonly Grant[],
): Decision<{ readonly template: Content & NewScope }, TemplateRefusal> {
  const isOffered = administeredScopes(grants).some(
    ({ enterpriseId, regionCode }) =>
      enterpriseId === template.enterpriseId && regionCode === template.regionCode,
  )
  return isOffered ? acceptedUnless(refuseContent(template), { template }) : refused('NOT_PERMITTED')
}

export const TEMPLATE_COMMANDS = ['EDIT', 'RETIRE', 'RESTORE'] as const
export type TemplateCommandName = (typeof TEMPLATE_COMMANDS)[number]
export type TemplateState = 'OFFERED' | 'RETIRED'

/** What is retired is taken up again, and nothing else. The guard, `availableCommands` and thereby the buttons read this. */
export const TRANSITIONS = {
  OFFERED: { EDIT: 'OFFERED', RETIRE: 'RETIRED' },
  RETIRED: { RESTORE: 'OFFERED' },
} as const satisfies Record<TemplateState, Partial<Record<TemplateCommandName, TemplateState>>>

export type TemplateCommand =
  { readonly name: 'EDIT'; readonly to: Content } | { readonly name: 'RETIRE' | 'RESTORE' }

/** A template, as far as it says what can be done with it. */
export interface Template extends Scope {
  readonly retired: boolean
}

/** What is written of a command. */
export interface TemplateStep {
  readonly command: TemplateCommandName
  /** What it changes. */
  readonly next: Content | { readonly retired: boolean }
}

/** What a command makes of a template in its present state; undefined when it is not possible. */
const nextOf = ({ retired }: Template, name: TemplateCommandName): TemplateState | undefined =>
  targetOf(TRANSITIONS, retired ? 'RETIRED' : 'OFFERED', name)

/** Who administers its scope edits a template, retires it or takes it up again. */
export function decideTemplate(
  template: Template,
  command: TemplateCommand,
  grants: readonly Grant[],
): Decision<TemplateStep, TemplateRefusal> {
  return decideTo<TemplateState, TemplateRefusal, TemplateStep>(
    nextOf(template, command.name),
    {
      impossible: 'NOT_IN_THIS_STATE',
      forbidden: administers(grants, template) ? null : 'NOT_PERMITTED',
      incomplete: () => (command.name === 'EDIT' ? refuseContent(command.to) : null),
    },
    (next) => ({
      command: command.name,
      next: command.name === 'EDIT' ? command.to : { retired: next === 'RETIRED' },
    }),
  )
}

/** What these grants can do with a template now. */
export const availableCommands = (
  template: Template,
  grants: readonly Grant[],
): readonly TemplateCommandName[] =>
  administers(grants, template) ? TEMPLATE_COMMANDS.filter((name) => nextOf(template, name)) : []
