import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import { refusal, ScopeInput, type Types } from '../../builder.ts'
import { topicsOf } from '../../conversation/domain/complete.ts'
import { database } from '../../database.ts'
import { type InputBuilder, mutation, mutationsOn } from '../../graph/mutation.ts'
import type { NewScope, TemplateRefusal } from '../domain/template.ts'
import { addTemplate, templateCommands } from '../use-cases/commands.ts'
import { ConversationTemplate } from './ConversationTemplate.ts'

const ConversationTemplateRefused = refusal<TemplateRefusal>('ConversationTemplateRefused', {
  codes: {
    NOT_PERMITTED: '',
    NOT_IN_THIS_STATE: 'one that is retired is restored, and nothing else; no other is.',
    NAME_REQUIRED: '',
    TOPICS_INVALID: 'none, or more than 20.',
    TEXT_TOO_LONG: '',
    NATIONAL_ID_FOUND: '',
  },
})

/** The template after the command. */
const success = <Parent extends { readonly id: Id<'ConversationTemplate'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
) => ({
  template: t.prismaField({
    type: ConversationTemplate,
    resolve: (query, { id }) => database.conversationTemplate.findUniqueOrThrow({ ...query, where: { id } }),
  }),
})

const content = (t: InputBuilder) => ({
  name: t.string({
    required: true,
    description: 'NAME_REQUIRED of an empty one; at most 100 characters, TEXT_TOO_LONG else.',
  }),
  topics: t.stringList({
    required: true,
    description:
      'From 1 to 20, TOPICS_INVALID else; empty ones are left out. Each at most 500 characters, TEXT_TOO_LONG else.',
  }),
})

/** As the domain has it. */
const scopeOf = (scope: typeof ScopeInput.$inferInput | null | undefined): NewScope =>
  scope?.enterpriseId
    ? { enterpriseId: scope.enterpriseId, regionCode: null }
    : { enterpriseId: null, regionCode: scope?.regionCode ?? null }

mutation({
  name: 'AddConversationTemplate',
  description:
    'Of an enterprise or of a region, by who administers it; without a scope, it is one of the portal’s own, by support (F017).',
  input: (t) => ({
    ...content(t),
    scope: t.field({
      type: ScopeInput,
      description:
        'Whose it is to be; left out of the portal’s own. NOT_PERMITTED of one that the actor does not administer.',
    }),
  }),
  refusals: [ConversationTemplateRefused],
  perform: ({ name, topics, scope }, context) =>
    addTemplate({ name, topics: topicsOf(topics), ...scopeOf(scope) }, context),
  success,
})

const templateMutation = mutationsOn({
  id: 'templateId',
  refused: ConversationTemplateRefused,
  perform: templateCommands.perform,
  success,
})

templateMutation({
  name: 'EditConversationTemplate',
  description: 'As a whole, by who administers its scope (F017).',
  input: content,
  command: ({ name, topics }) => ({ name: 'EDIT', to: { name, topics: topicsOf(topics) } }),
})

templateMutation({
  name: 'RetireConversationTemplate',
  description: 'By who administers its scope: it is offered no more (F017).',
  command: () => ({ name: 'RETIRE' }),
})

templateMutation({
  name: 'RestoreConversationTemplate',
  description: 'By who administers its scope: it is offered again (F017).',
  command: () => ({ name: 'RESTORE' }),
})
