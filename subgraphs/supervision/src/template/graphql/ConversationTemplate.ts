import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Scope, scopeOf } from '../../directory/graphql/Scope.ts'
import { availableCommands, TEMPLATE_COMMANDS, type Scope as Limited } from '../domain/template.ts'
import { visibleTemplate } from '../persistence/visible.ts'

const ConversationTemplateOrigin = builder.enumType('ConversationTemplateOrigin', {
  description: 'Whose a template is.',
  values: {
    PORTAL_DEFAULT: { description: "The portal's own, shipped with it." },
    ENTERPRISE: {},
    REGION: {},
  } as const,
})

/** The same words of a template and of one to come. */
const scope = {
  type: Scope,
  nullable: true,
  description: 'Whose it is; null of the portal’s own.',
} as const

export const ConversationTemplateOffer = builder.objectRef<Limited>('ConversationTemplateOffer').implement({
  description: 'For whom the actor may add templates: what addConversationTemplate takes.',
  fields: (t) => ({
    scope: t.field({ ...scope, resolve: (limited, _args, context) => scopeOf(limited, context) }),
  }),
})

const ConversationTemplateCommand = builder.enumType('ConversationTemplateCommand', {
  description: 'What can be done with a template.',
  values: TEMPLATE_COMMANDS,
})

export const ConversationTemplate = builder.prismaObject('ConversationTemplate', {
  description: 'Topics to begin an invitation with.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    topics: t.exposeStringList('topics'),
    origin: t.expose('origin', { type: ConversationTemplateOrigin }),
    scope: t.field({ ...scope, resolve: (template, _args, context) => scopeOf(template, context) }),
    retired: t.exposeBoolean('retired', { description: 'Offered no more.' }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [ConversationTemplateCommand],
      resolve: (template, _args, { actor }) => [...availableCommands(template, actor.grants)],
    }),
  }),
})

builder.queryField('conversationTemplates', (t) =>
  t.prismaField({
    type: [ConversationTemplate],
    nullable: { list: true, items: false },
    description:
      "The portal's own, those of the actor's enterprise and region, and those that the actor administers (F047).",
    args: {
      includeRetired: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Those that are offered no more too.',
      }),
    },
    resolve: async (query, _root, { includeRetired }, { actor }) =>
      database.conversationTemplate.findMany({
        ...query,
        where: { ...(!includeRetired && { retired: false }), AND: await visibleTemplate(database, actor) },
        orderBy: [{ origin: 'asc' }, { name: 'asc' }, { id: 'asc' }],
        take: 200,
      }),
  }),
)
