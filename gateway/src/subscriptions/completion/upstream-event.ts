import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject, type JsonObject } from '../../json/json.ts'
import { readErrors, UNREADABLE } from '../../subgraph/read-errors.ts'
import type { UpstreamEvent } from '../upstream/sink.ts'

/** An event as a subgraph should have sent it. */
export interface SoundEvent {
  /** Undefined: there is none at all, which is how a subgraph refuses to start. */
  readonly data: JsonObject | null | undefined
  /** Absent when there are none. */
  readonly errors?: readonly GraphQLFormattedError[]
  /** Where in the stream it is. */
  readonly cursor: string | null
}

/** Absent, null and empty errors are the same; what is no GraphQL answer becomes an error, and takes this event only. */
export function readEvent({ data, errors, extensions }: UpstreamEvent): SoundEvent {
  const cursor = extensions?.['cursor']
  const isAnswer = data === undefined || data === null || isJsonObject(data)
  const found = isAnswer ? readErrors(errors) : [UNREADABLE]
  return {
    data: isAnswer ? data : null,
    ...(found.length > 0 && { errors: found }),
    cursor: typeof cursor === 'string' ? cursor : null,
  }
}
