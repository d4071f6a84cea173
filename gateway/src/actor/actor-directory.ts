import { ACTOR_HEADER, type Actor } from '@kompetanse/schema/actor-token'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { Logger } from '../log.ts'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'

export interface ActorDirectoryOptions {
  readonly identity: () => SubgraphClient | undefined
  readonly sign: (actor: Actor) => Promise<string>
  readonly log: Logger
}

export interface KnownActor {
  readonly kind: 'known'
  readonly actor: Actor
  readonly readAt: number
}

/** Who a subject is; null when the person is unknown or deactivated. */
export type FindActor = (subject: string) => KnownActor | Refusal | Promise<KnownActor | Refusal>

export interface ActorDirectory {
  readonly find: FindActor
  /** Lets the next look-up ask identity. What was known stays, for when identity is away. */
  forget(subject: string): void
}

/** Milliseconds for which an answer counts as fresh: an ended grant stops counting after this. */
const FRESH_MS = 30_000
const MAX_KEPT = 10_000
const GATEWAY: Actor = { kind: 'gateway', personId: '', trainee: false, grants: [] }

const unknown = () => refuse(403, 'PERSON_UNKNOWN', 'The person has no access to the portal.')

async function ask(
  { identity, sign }: ActorDirectoryOptions,
  subject: string,
): Promise<KnownActor | Refusal> {
  const client = identity()
  if (!client) throw new Error('The graph has no identity subgraph')
  const headers = { [ACTOR_HEADER]: await sign(GATEWAY) }
  const { status, body } = await client.get(`/actor?subject=${encodeURIComponent(subject)}`, headers)
  if (status === 404) return unknown()
  if (status !== 200) throw new Error(`Identity answered ${status}`, { cause: body.toString() })
  const answered = JSON.parse(body.toString()) as Omit<Actor, 'kind'>
  return { kind: 'known', actor: { kind: 'person', ...answered }, readAt: Date.now() }
}

/**
 * Asks identity who a subject is, once for all requests of some seconds, and makes do with what it last
 * said when it is away: the access token, which is checked on every request, bounds for how long. */
export function createActorDirectory(options: ActorDirectoryOptions): ActorDirectory {
  const known = new Map<string, KnownActor>()
  const asking = new Map<string, Promise<KnownActor | Refusal>>()

  function remember(subject: string, answer: KnownActor | Refusal) {
    known.delete(subject)
    if (answer.kind === 'refused') return answer
    for (const oldest of known.keys()) {
      if (known.size < MAX_KEPT) break
      known.delete(oldest)
    }
    known.set(subject, answer)
    return answer
  }

  async function refresh(subject: string, isLatest: () => boolean): Promise<KnownActor | Refusal> {
    try {
      const answer = await ask(options, subject)
      return isLatest() ? remember(subject, answer) : answer
    } catch (err) {
      options.log.warn({ err }, 'identity did not say who a subject is')
      const stale = known.get(subject)
      if (stale) return stale
      return refuse(503, 'ACTOR_UNAVAILABLE', 'Who is asking cannot be resolved now.')
    }
  }

  function find(subject: string) {
    const found = known.get(subject)
    if (found && found.readAt + FRESH_MS > Date.now()) return found
    const asked = asking.get(subject)
    if (asked) return asked
    const isLatest = () => asking.get(subject) === answer
    const answer = refresh(subject, isLatest).finally(() => isLatest() && asking.delete(subject))
    asking.set(subject, answer)
    return answer
  }

  function forget(subject: string) {
    const found = known.get(subject)
    if (found) known.set(subject, { ...found, readAt: 0 })
    // What is being asked may be answered with what was: it is not kept.
    asking.delete(subject)
  }

  return { find, forget }
}
