import { WITHIN_CONTENT } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { ConversationTextPart } from '../../conversation/graphql/enums.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { personOf } from '../../directory/persons.ts'
import { EMPTY_STATE } from '../domain/merge.ts'
import type { Text } from '../domain/text.ts'
import { stateOf } from '../persistence/states.ts'

export const ConversationText = builder.objectRef<Text>('ConversationText').implement({
  description:
    'A text that is written in the browser as a Yjs document with one Y.Text named "text". Open it from state, and send what is written with writeConversationText.',
  fields: (t) => ({
    part: t.expose('part', { type: ConversationTextPart }),
    author: t.field({
      type: Person,
      nullable: true,
      description: 'Whose preparation it is; null for what both write.',
      resolve: async ({ authorId }, _args, context) =>
        authorId === null ? null : ((await personOf(authorId, context)) ?? null),
    }),
    state: t.string({
      ...WITHIN_CONTENT,
      description:
        'Base64 of the Yjs document as the server has it; an empty document until somebody has written.',
      resolve: async ({ conversationId, part, written }, _args, context) => {
        const state = written && (written.state ?? (await stateOf(`${conversationId}/${part}`, context)))
        return Buffer.from(state ?? EMPTY_STATE).toString('base64')
      },
    }),
    text: t.string({
      ...WITHIN_CONTENT,
      description: 'What it reads.',
      resolve: ({ written }) => written?.text ?? '',
    }),
    sequence: t.int({
      description: 'How many times it has been written to; 0 until somebody has.',
      resolve: ({ written }) => written?.sequence ?? 0,
    }),
    updatedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who wrote last; null until somebody has.',
      resolve: async ({ written }, _args, context) =>
        written ? ((await personOf(written.updatedById, context)) ?? null) : null,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Null until somebody has written.',
      resolve: ({ written }) => written?.updatedAt ?? null,
    }),
    mayWrite: t.exposeBoolean('mayWrite', { description: 'Whether the actor may write in it now.' }),
    sharedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Of a preparation: when its author let the other read it. It is never taken back.',
      resolve: ({ written }) => written?.sharedAt ?? null,
    }),
    mayShare: t.exposeBoolean('mayShare', {
      description: 'Whether it is a preparation that the actor may share now.',
    }),
  }),
})
