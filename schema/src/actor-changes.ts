import * as v from 'valibot'

/**
 * The stream by which identity reports changed actors to gateways. `GET /actor-changes`, for gateways only, is answered
 * by lines of JSON without end, each of them one of these messages.
 */
const change = v.variant('kind', [
  /** From here on no change is missed. Actors fetched before may have changed since. */
  v.object({ kind: v.literal('listening') }),
  /** A heartbeat, every BEAT_MS: identity and its database are up. */
  v.object({ kind: v.literal('beat') }),
  /** A committed change of a person's roles, training, account, or whether the person is in use. */
  v.object({ kind: v.literal('person'), personId: v.string() }),
  /**
   * The session has ended: its tokens are refused. `until`, in epoch milliseconds: when they would have expired anyway.
   */
  v.object({ kind: v.literal('session'), credential: v.string(), until: v.number() }),
])
export type ActorChange = v.InferOutput<typeof change>

export const BEAT_MS = 500
/** Without a line for so long a gateway has lost the stream, and may miss changes. */
export const SILENCE_MS = 2_000

/** Throws when the line is no message. */
export const readActorChange = (line: string): ActorChange => v.parse(change, JSON.parse(line))

export const actorChangeLine = (change: ActorChange): string => `${JSON.stringify(change)}\n`
