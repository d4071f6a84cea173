import type { GraphContext } from '@kompetanse/graph'
import { conversationLog } from './log.ts'

const reads = new WeakMap<GraphContext, Promise<string>>()

/**
 * The position of the log at this request's first call. Await it before reading a conversation: what the reading
 * already shows may come again, and nothing that it does not show is left out.
 */
export function readFrom(context: GraphContext): Promise<string> {
  const had = reads.get(context)
  if (had) return had
  const read = conversationLog.cursor()
  reads.set(context, read)
  return read
}
