import { builder } from '../../builder.ts'
import { ConversationTextPart } from '../../conversation/graphql/enums.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { ConversationTextPart as Part, Person as PersonRow } from '../../generated/db/client.ts'
import { EMPTY_STATE } from '../merge.ts'

interface TextRow {
  readonly part: Part
  readonly state: Uint8Array
  readonly text: string
  readonly sequence: number
  readonly updatedBy: PersonRow
  readonly updatedAt: Date
}

export interface TextShape {
  readonly part: Part
  /** Null for what both write. */
  readonly author: PersonRow | null
  readonly mayWrite: boolean
  /** Null until somebody has written. */
  readonly written: TextRow | null
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const ConversationText = builder.objectRef<TextShape>('ConversationText').implement({
  description:
    'A text that is written in the browser as a Yjs document with one Y.Text named "text". Open it from state, and send what is written with writeConversationText.',
  fields: (t) => ({
    part: t.expose('part', { type: ConversationTextPart }),
    author: t.field({
      type: Person,
      nullable: true,
      description: 'Whose preparation it is; null for what both write.',
      resolve: ({ author }) => author,
    }),
    state: t.string({
      description:
        'Base64 of the Yjs document as the server has it; an empty document until somebody has written.',
      resolve: ({ written }) => base64(written?.state ?? EMPTY_STATE),
    }),
    text: t.string({ description: 'What it reads.', resolve: ({ written }) => written?.text ?? '' }),
    sequence: t.int({
      description: "The conversation's textSequence when this was last written to; 0 until somebody has.",
      resolve: ({ written }) => written?.sequence ?? 0,
    }),
    updatedBy: t.field({
      type: Person,
      nullable: true,
      resolve: ({ written }) => written?.updatedBy ?? null,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ written }) => written?.updatedAt ?? null,
    }),
    mayWrite: t.exposeBoolean('mayWrite', { description: 'Whether the actor may write in it now.' }),
  }),
})
