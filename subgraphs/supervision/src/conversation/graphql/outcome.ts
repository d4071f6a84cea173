import type { ObjectFieldBuilder } from '@pothos/core'
import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Conversation as Row } from '../../generated/db/client.ts'
import type { Outcome, Refusal } from '../use-cases/outcome.ts'
import { SupervisionConversation } from './SupervisionConversation.ts'

type Types = typeof builder.$inferSchemaTypes
export type Done = Extract<Outcome, { kind: 'done' }>
type Refused = Extract<Outcome, { kind: 'refused' }>

const ConversationRefusalCode = builder.enumType('ConversationRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    NOT_IN_THIS_STATE: {},
    MENTOR_ONLY: { description: "Finalising and assessing are the mentor's alone." },
    NO_MENTOR: { description: 'The trainee has no mentor today.' },
    RELATION_ENDED: { description: 'The mentor is not the trainee’s mentor any more.' },
    PERSON_LEFT: { description: 'One of the two has left the portal.' },
    TIME_IN_PAST: { description: 'What was held is recorded with recordHeldConversation.' },
    TIME_INVALID: { description: 'More than two years ahead, or held more than a year ago.' },
    DURATION_INVALID: { description: 'From 5 to 600 minutes.' },
    SERIES_INVALID: { description: 'Every 1 to 26 weeks, 2 to 52 times, by count or by last day.' },
    AGENDA_INVALID: { description: 'At most 20 topics of 500 characters, 50 goals; or an unknown goal.' },
    REASON_REQUIRED: {},
    NATIONAL_ID_FOUND: { description: 'The text has a national identity number; nothing was saved.' },
    NOT_HELD_YET: {},
    MINUTES_MISSING: {},
    PREPARATION_MISSING: { description: 'Nothing has been written that could be shared.' },
    TEXT_CHANGED: { description: 'Somebody has written since; read again, then finalise.' },
    TEXT_TOO_LONG: { description: 'At most 10,000 characters; nothing was saved.' },
    TEXT_INVALID: {
      description: 'Not a Yjs update of plain text that follows on what the server has; nothing was saved.',
    },
  } as const satisfies Record<Refusal, object>,
})

/** A field with the conversation that its parent names, read after the command. */
const conversationById = <Parent extends { readonly id: string }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
  description?: string,
) =>
  t.prismaField({
    type: SupervisionConversation,
    ...(description && { description }),
    resolve: (query, { id }) => database.conversation.findUnique({ ...query, where: { id } }) as Promise<Row>,
  })

const ConversationRefused = builder
  .objectRef<Refused & { readonly id: string }>('ConversationRefused')
  .implement({
    fields: (t) => ({
      code: t.expose('code', { type: ConversationRefusalCode }),
      conversation: conversationById(t, 'As it stands, so the buttons redraw at once.'),
    }),
  })

const ConversationNotMade = builder.objectRef<Refused>('ConversationNotMade').implement({
  fields: (t) => ({ code: t.expose('code', { type: ConversationRefusalCode }) }),
})

/** `XSuccess` with the conversation as it stands after the command. */
export const conversationSuccess = (command: string) =>
  builder.objectRef<Done>(`${command}Success`).implement({
    fields: (t) => ({ conversation: conversationById(t) }),
  })

/** The same with whatever else of a series was done. */
export const seriesSuccess = (command: string) =>
  builder.objectRef<Done>(`${command}Success`).implement({
    fields: (t) => ({
      conversation: conversationById(t),
      conversations: t.prismaField({
        type: [SupervisionConversation],
        description: 'All of the series that were done, this one included, in the order of time.',
        resolve: (query, { ids }) =>
          database.conversation.findMany({
            ...query,
            where: { id: { in: [...ids] } },
            orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
          }),
      }),
    }),
  })

/** `XResult`: the success and the refusals that every command on a conversation can end in. */
export const conversationResult = (command: string, success = conversationSuccess(command)) =>
  builder.unionType(`${command}Result`, {
    types: [success, ConversationRefused, NotFound, StaleVersion],
    resolveType: (value) => (value as { readonly __typename: string }).__typename,
  })

/** The result of what makes conversations: its refusals have none to show. */
export const makingResult = (command: string, success = conversationSuccess(command)) =>
  builder.unionType(`${command}Result`, {
    types: [success, ConversationNotMade, NotFound],
    resolveType: (value) => (value as { readonly __typename: string }).__typename,
  })

/** The outcome of a command as a member of its result union. */
export const toResult = (outcome: Outcome, command: string) =>
  ({ ...outcome, __typename: memberOf(outcome, command) }) as never

function memberOf(outcome: Outcome, command: string): string {
  switch (outcome.kind) {
    case 'done':
      return `${command}Success`
    case 'refused':
      return outcome.id === null ? 'ConversationNotMade' : 'ConversationRefused'
    case 'stale':
      return 'StaleVersion'
    case 'not-found':
      return 'NotFound'
  }
}
