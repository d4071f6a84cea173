import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, RegionCode } from '../../builder.ts'
import { database } from '../../database.ts'
import { Enterprise, enterpriseOf } from '../../directory/graphql/Enterprise.ts'
import { availableCommands, TEMPLATE_COMMANDS, type Scope } from '../domain/template.ts'
import { visibleTemplate } from '../persistence/visible.ts'

const ConversationTemplateOrigin = builder.enumType('ConversationTemplateOrigin', {
  description: 'Whose a template is.',
  values: {
    PORTAL_DEFAULT: { description: "The portal's own, shipped with it." },
    ENTERPRISE: {},
    REGION: {},
  } as const,
})

const enterpriseOfScope = async (
  { enterpriseId }: { readonly enterpriseId: Id<'Enterprise'> | null },
  _args: object,
  context: GraphContext,
) => (enterpriseId && (await enterpriseOf(enterpriseId, context))) || null

const regionOfScope = ({ regionCode }: Pick<Scope, 'regionCode'>) => regionCode

export const ConversationTemplateScope = builder.objectRef<Scope>('ConversationTemplateScope').implement({
  description: 'Whose a template is: of an enterprise or of a region; of neither, the portal’s own.',
  fields: (t) => ({
    enterprise: t.field({
      type: Enterprise,
      nullable: true,
      description: 'Null of a region and of the portal’s own.',
      resolve: enterpriseOfScope,
    }),
    regionCode: t.field({
      type: RegionCode,
      resolve: regionOfScope,
      nullable: true,
      description: 'Null of an enterprise and of the portal’s own.',
    }),
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
    enterpriseId: t.exposeID('enterpriseId', {
      nullable: true,
      description: 'Whose it is; null of a region’s and of the portal’s own.',
    }),
    enterprise: t.field({
      type: Enterprise,
      nullable: true,
      description: 'Whose it is; null of a region’s and of the portal’s own.',
      resolve: enterpriseOfScope,
    }),
    regionCode: t.field({
      type: RegionCode,
      resolve: regionOfScope,
      nullable: true,
      description: 'Whose it is; null of an enterprise’s and of the portal’s own.',
    }),
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
