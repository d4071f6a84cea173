import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { NO_ID } from '@kompetanse/graph/ids'
import type { Grant } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Role } from '@kompetanse/schema/roles'
import { LONGEST_NAME, LONGEST_TOPIC, MOST_TOPICS, refuseText } from '../../conversation/domain/complete.ts'

export type TemplateRefusal =
  'NOT_PERMITTED' | 'NAME_REQUIRED' | 'TOPICS_INVALID' | 'TEXT_TOO_LONG' | 'NATIONAL_ID_FOUND'

/** Of one enterprise, of one region, or the portal's own default. */
export interface Scope {
  readonly enterpriseId: Id<'Enterprise'> | null
  readonly regionCode: string | null
}

export interface Content {
  readonly name: string
  readonly topics: readonly string[]
}

/** Whether these grants administer templates of that scope; the portal's own are for support. */
export const administers = (grants: readonly Grant[], scope: Scope): boolean =>
  grants.some((grant) => BY_ROLE[grant.role](grant, scope))

const isOf = ({ enterpriseId, regionCode }: Grant, scope: Scope): boolean =>
  enterpriseId
    ? enterpriseId === scope.enterpriseId
    : regionCode !== null && regionCode === scope.regionCode && scope.enterpriseId === null

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
  return refuseText(name, ...topics) && 'NATIONAL_ID_FOUND'
}

/** Why these grants may not add a template of that scope, or null; one is of an enterprise or of a region, not of both. */
export function refuseAdding(
  { enterpriseId, regionCode, ...content }: Content & Scope,
  grants: readonly Grant[],
): TemplateRefusal | null {
  const isOne = enterpriseId !== NO_ID && !(enterpriseId && regionCode)
  if (!isOne || !administers(grants, { enterpriseId, regionCode })) return 'NOT_PERMITTED'
  return refuseContent(content)
}

export const TEMPLATE_COMMANDS = ['EDIT', 'RETIRE', 'RESTORE'] as const

export type TemplateCommand =
  { readonly name: 'EDIT'; readonly to: Content } | { readonly name: 'RETIRE' | 'RESTORE' }

/** What is written of a command. */
export interface TemplateStep {
  readonly command: TemplateCommand['name']
  /** What it changes. */
  readonly next: Content | { readonly retired: boolean }
}

/** Who administers its scope edits a template, retires it or takes it up again. */
export function decideTemplate(
  scope: Scope,
  command: TemplateCommand,
  grants: readonly Grant[],
): Decision<TemplateStep, TemplateRefusal> {
  if (!administers(grants, scope)) return refused('NOT_PERMITTED')
  const { name } = command
  if (name !== 'EDIT') return accepted({ command: name, next: { retired: name === 'RETIRE' } })
  const code = refuseContent(command.to)
  return code ? refused(code) : accepted({ command: name, next: command.to })
}

/** What these grants can do with a template now. */
export function availableCommands(
  template: Scope & { readonly retired: boolean },
  grants: readonly Grant[],
): readonly TemplateCommand['name'][] {
  if (!administers(grants, template)) return []
  return TEMPLATE_COMMANDS.filter((name) => (name === 'RESTORE') === template.retired)
}
