import { builder } from '../builder.ts'
import { queues } from './queues.ts'

builder.scalarType('EventCursor', {
  description:
    'Position in one live stream, in commit order. A list gives the position it was read at; every event gives its own in extensions.cursor.',
  serialize: String,
  parseValue: String,
})

export const QueueChange = builder.enumType('QueueChange', {
  description: "What an event did to the actor's list.",
  values: {
    ENTERED: { description: "New to the actor's list." },
    CHANGED: { description: 'Still there: another tab or another content.' },
    LEFT: { description: "No longer the actor's to see." },
  } as const,
})

/** The cursor for a list that is read after this. */
export const eventCursor = queues.cursor
