import { commandsOn, done, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import {
  decideAdding,
  decideTemplate,
  type Content,
  type NewScope,
  type TemplateCommand,
  type TemplateRefusal,
  type TemplateStep,
} from '../domain/template.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { createTemplate, saveChanges } from '../persistence/save.ts'

/** An administrator adds a template of an enterprise or a region; support adds to the portal's own. */
export async function addTemplate(
  template: Content & NewScope,
  context: GraphContext,
): Promise<Outcome<{ readonly id: Id<'ConversationTemplate'> }, TemplateRefusal>> {
  const decision = decideAdding(template, context.actor.grants)
  if (decision.kind === 'refused') return decision
  return done(await database.$transaction((tx) => createTemplate(tx, template, context)))
}

/** The commands on templates of conversations. */
export const templateCommands = commandsOn<Tx, Loaded, TemplateCommand, TemplateStep, TemplateRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, grants }, command) => decideTemplate(row, command, grants),
  save: saveChanges,
})
