import { cleanText } from '@kompetanse/graph'
import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { cleanTopics } from '../../conversation/graphql/topics.ts'
import type { ConversationTemplate as Row } from '../../generated/db/client.ts'
import type { TemplateRefusal } from '../domain/template.ts'
import { addTemplate, changeTemplate, type TemplateOutcome } from '../use-cases/change-template.ts'
import { ConversationTemplate } from './ConversationTemplate.ts'

const ConversationTemplateRefusalCode = builder.enumType('ConversationTemplateRefusalCode', {
  values: [
    'NOT_PERMITTED',
    'NAME_REQUIRED',
    'TOPICS_INVALID',
    'NATIONAL_ID_FOUND',
  ] as const satisfies TemplateRefusal[],
})

const ConversationTemplateRefused = builder
  .objectRef<{ readonly code: TemplateRefusal }>('ConversationTemplateRefused')
  .implement({ fields: (t) => ({ code: t.expose('code', { type: ConversationTemplateRefusalCode }) }) })

const typeOf = (value: unknown) => (value as { readonly __typename: string }).__typename

const resultOf = (name: string) =>
  builder.unionType(`${name}Result`, {
    types: [
      builder.objectRef<{ readonly template: Row }>(`${name}Success`).implement({
        fields: (t) => ({
          template: t.field({ type: ConversationTemplate, resolve: ({ template }) => template }),
        }),
      }),
      ConversationTemplateRefused,
      NotFound,
      StaleVersion,
    ],
    resolveType: typeOf,
  })

const MEMBER = {
  refused: 'ConversationTemplateRefused',
  stale: 'StaleVersion',
  'not-found': 'NotFound',
} as const
const toResult = (outcome: TemplateOutcome, name: string) =>
  ({ ...outcome, __typename: outcome.kind === 'done' ? `${name}Success` : MEMBER[outcome.kind] }) as never

const AddConversationTemplateInput = builder.inputType('AddConversationTemplateInput', {
  description: 'Of an enterprise or of a region; of neither, it is one of the portal’s own.',
  fields: (t) => ({
    name: t.string({ required: true }),
    topics: t.stringList({ required: true }),
    enterpriseId: t.id(),
    regionCode: t.string(),
  }),
})

builder.mutationField('addConversationTemplate', (t) =>
  t.field({
    type: resultOf('AddConversationTemplate'),
    args: { input: t.arg({ type: AddConversationTemplateInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const content = { name: cleanText(input.name), topics: cleanTopics(input.topics) }
      const scope = { enterpriseId: input.enterpriseId ?? null, regionCode: input.regionCode ?? null }
      return toResult(await addTemplate({ ...content, ...scope }, context), 'AddConversationTemplate')
    },
  }),
)

const EditConversationTemplateInput = builder.inputType('EditConversationTemplateInput', {
  fields: (t) => ({
    templateId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    name: t.string({ required: true }),
    topics: t.stringList({ required: true }),
  }),
})

builder.mutationField('editConversationTemplate', (t) =>
  t.field({
    type: resultOf('EditConversationTemplate'),
    args: { input: t.arg({ type: EditConversationTemplateInput, required: true }) },
    resolve: async (_root, { input: { name, topics, ...which } }, context) => {
      const change = { name: cleanText(name), topics: cleanTopics(topics) }
      return toResult(await changeTemplate({ ...which, change }, context), 'EditConversationTemplate')
    },
  }),
)

const RetireConversationTemplateInput = builder.inputType('RetireConversationTemplateInput', {
  fields: (t) => ({
    templateId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    retired: t.boolean({ required: true, defaultValue: true, description: 'False takes it up again.' }),
  }),
})

builder.mutationField('retireConversationTemplate', (t) =>
  t.field({
    type: resultOf('RetireConversationTemplate'),
    args: { input: t.arg({ type: RetireConversationTemplateInput, required: true }) },
    resolve: async (_root, { input: { retired, ...which } }, context) =>
      toResult(
        await changeTemplate({ ...which, change: { retired } }, context),
        'RetireConversationTemplate',
      ),
  }),
)
