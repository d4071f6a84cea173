import type { GraphContext } from '@kompetanse/graph'
import { isId } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { ConversationTemplate } from '../../generated/db/client.ts'
import { appendChanges } from '../../history/append.ts'
import {
  administers,
  refuseContent,
  type Content,
  type Scope,
  type TemplateRefusal,
} from '../domain/template.ts'
import { visibleTemplate } from '../persistence/visible.ts'

export type TemplateOutcome =
  | { readonly kind: 'done'; readonly template: ConversationTemplate }
  | { readonly kind: 'refused'; readonly code: TemplateRefusal }
  | { readonly kind: 'stale'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly kind: 'not-found'; readonly id: string }

const refused = (code: TemplateRefusal): TemplateOutcome => ({ kind: 'refused', code })

/** An administrator adds a template of an enterprise or a region; support adds to the portal's own. */
export function addTemplate(
  { name, topics, ...scope }: Content & Scope,
  { actor, now }: GraphContext,
): Promise<TemplateOutcome> {
  return database.$transaction(async (tx): Promise<TemplateOutcome> => {
    const wellFormed = scope.enterpriseId === null || isId(scope.enterpriseId)
    if (!wellFormed || (scope.enterpriseId && scope.regionCode) || !administers(actor.grants, scope))
      return refused('NOT_PERMITTED')
    const code = refuseContent({ name, topics })
    if (code) return refused(code)
    const origin = scope.enterpriseId ? 'ENTERPRISE' : scope.regionCode ? 'REGION' : 'PORTAL_DEFAULT'
    const by = { updatedById: actor.personId, updatedAt: now }
    const content = { name: name ?? '', topics: [...topics] }
    const template = await tx.conversationTemplate.create({ data: { ...scope, origin, ...content, ...by } })
    await append(tx, template, 'ADD')
    return { kind: 'done', template }
  })
}

export interface TemplateChange {
  readonly templateId: string
  readonly expectedVersion: number
  readonly change: Content | { readonly retired: boolean }
}

/** Who administers its scope edits a template, retires it or takes it up again. */
export function changeTemplate(
  { templateId: id, expectedVersion, change }: TemplateChange,
  { actor, now }: GraphContext,
): Promise<TemplateOutcome> {
  return database.$transaction(async (tx): Promise<TemplateOutcome> => {
    if (!isId(id)) return { kind: 'not-found', id }
    await tx.$queryRaw`SELECT id FROM conversation_template WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.conversationTemplate.findFirst({
      where: { id, AND: await visibleTemplate(tx, actor) },
    })
    if (!row) return { kind: 'not-found', id }
    const currentVersion = row.version
    if (currentVersion !== expectedVersion) return { kind: 'stale', expectedVersion, currentVersion }
    if (!administers(actor.grants, row)) return refused('NOT_PERMITTED')
    const code = 'name' in change ? refuseContent(change) : null
    if (code) return refused(code)
    const content =
      'name' in change ? { name: change.name ?? '', topics: [...change.topics] } : { retired: change.retired }
    const by = { updatedById: actor.personId, updatedAt: now, version: currentVersion + 1 }
    const template = await tx.conversationTemplate.update({ where: { id }, data: { ...content, ...by } })
    await append(tx, template, 'name' in change ? 'EDIT' : change.retired ? 'RETIRE' : 'RESTORE')
    return { kind: 'done', template }
  })
}

const append = (tx: Tx, template: ConversationTemplate, command: string) =>
  appendChanges(tx, [
    {
      ...{ subjectKind: 'TEMPLATE', subjectId: template.id, at: template.updatedAt, command },
      byId: template.updatedById ?? '',
      content: { name: template.name, topics: template.topics, retired: template.retired },
    },
  ])
