import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { ConversationTemplate, TemplateOrigin } from '../../generated/db/client.ts'
import { appendChanges, type Entry } from '../../history/persistence/append.ts'
import type { Content, NewScope, TemplateStep } from '../domain/template.ts'
import type { Loaded } from './load.ts'

/** Writes down a new template, with its history. */
export async function createTemplate(
  tx: Tx,
  { topics, ...template }: Content & NewScope,
  { actor, now }: GraphContext,
): Promise<ConversationTemplate> {
  const by = { updatedById: actor.personId, updatedAt: now }
  const data = { ...template, topics: [...topics], origin: originOf(template), ...by }
  const row = await tx.conversationTemplate.create({ data })
  await append(tx, row, { command: 'ADD', byId: actor.personId })
  return row
}

const originOf = ({ enterpriseId, regionCode }: NewScope): TemplateOrigin =>
  enterpriseId ? 'ENTERPRISE' : regionCode ? 'REGION' : 'PORTAL_DEFAULT'

/** Changes templates, with their history. Called with one at a time. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & TemplateStep)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row, command, next } of changes) {
    const by = { updatedById: actor.personId, updatedAt: now, version: { increment: 1 } }
    const content = 'topics' in next ? { ...next, topics: [...next.topics] } : next
    const data = { ...content, ...by }
    const changed = await tx.conversationTemplate.update({ where: { id: row.id }, data })
    await append(tx, changed, { command, byId: actor.personId })
  }
}

type Cause = Pick<Entry, 'command' | 'byId'>

const append = (tx: Tx, template: ConversationTemplate, cause: Cause) =>
  appendChanges(tx, [
    {
      ...{ subjectKind: 'TEMPLATE', subjectId: template.id, at: template.updatedAt, ...cause },
      content: { name: template.name, topics: template.topics, retired: template.retired },
    },
  ])
