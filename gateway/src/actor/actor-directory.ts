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
  const { personId, trainee, grants } = JSON.parse(body.toString()) as Omit<Actor, 'kind'>
  return { kind: 'known', actor: { kind: 'person', personId, trainee, grants }, readAt: Date.now() }
}

/**
 * Asks identity who a subject is, once for all requests of some seconds, and makes do with what it last
 * said when it is away: the access token, which is checked on every request, bounds for how long. */
export function createActorDirectory(options: ActorDirectoryOptions): FindActor {
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

  async function refresh(subject: string): Promise<KnownActor | Refusal> {
    try {
      return remember(subject, await ask(options, subject))
    } catch (err) {
      options.log.warn({ err }, 'identity did not say who a subject is')
      const stale = known.get(subject)
      if (stale) return stale
      return refuse(503, 'ACTOR_UNAVAILABLE', 'Who is asking cannot be resolved now.')
    }
  }

  return (subject) => {
    const found = known.get(subject)
    if (found && found.readAt + FRESH_MS > Date.now()) return found
    let answer = asking.get(subject)
    if (!answer) {
      answer = refresh(subject).finally(() => asking.delete(subject))
      asking.set(subject, answer)
    }
    return answer
  }
}
