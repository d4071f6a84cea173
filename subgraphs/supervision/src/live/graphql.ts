import type { GraphContext } from '@kompetanse/graph'
import { builder } from '../builder.ts'
import { conversationLog } from './log.ts'

builder.scalarType('EventCursor', {
  description:
    'Position in one live stream, in commit order. A list gives the position it was read at; every event gives its own in extensions.cursor.',
  serialize: String,
  parseValue: String,
})

const reads = new WeakMap<GraphContext, Promise<string>>()

/**
 * Where the log stood when this request first asked. Await it before reading a conversation: what the reading
 * already shows may come again, and nothing that it does not show is left out.
 */
export function readFrom(context: GraphContext): Promise<string> {
  const had = reads.get(context)
  if (had) return had
  const read = conversationLog.cursor()
  reads.set(context, read)
  return read
}
