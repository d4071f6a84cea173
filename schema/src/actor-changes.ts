import * as v from 'valibot'

/**
 * How identity tells gateways that somebody is not who they were. `GET /actor-changes`, for the gateway alone, is
 * answered by lines of JSON that do not end; each says one of these.
 */
const change = v.variant('kind', [
  /** From here on nothing is missed. What was asked before may have changed since. */
  v.object({ kind: v.literal('listening') }),
  /** Identity, and the database that tells it, are there: comes every BEAT_MS. */
  v.object({ kind: v.literal('beat') }),
  /** Of a person's roles, training, account or being in use, something has changed, and is committed. */
  v.object({ kind: v.literal('person'), personId: v.string() }),
  /** What was given for this session lets nobody in; `until` in epoch milliseconds, when it would have expired anyway. */
  v.object({ kind: v.literal('session'), credential: v.string(), until: v.number() }),
])
export type ActorChange = v.InferOutput<typeof change>

export const BEAT_MS = 500
/** Who has heard nothing for so long is no longer told: what changes meanwhile is missed. */
export const SILENCE_MS = 2_000

/** Throws when it is none. */
export const readActorChange = (line: string): ActorChange => v.parse(change, JSON.parse(line))

export const actorChangeLine = (said: ActorChange): string => `${JSON.stringify(said)}\n`
