import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@kompetanse/schema/actor-token'
import { LRUCache } from 'lru-cache'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { Logger } from '../process/log.ts'
import { within } from '../subgraph/until.ts'
import type { Answer, AskIdentity } from './ask-identity.ts'

export interface KnownActor extends Answer {
  readonly kind: 'known'
  readonly actor: Actor
}

/**
 * Resolves a subject to an actor. Refused when the person is unknown or out of use, or when identity is unavailable.
 */
export type FindActor = (subject: string) => KnownActor | Refusal | Promise<KnownActor | Refusal>

export interface ActorDirectory {
  readonly find: FindActor
  /** Drops the cache entries of a person who has changed, and discards responses that are older than the change. */
  forget(personId: string): void
  /**
   * Marks all entries as stale: each is fetched anew at its next use. A stale one is used while identity is
   * unavailable.
   */
  doubt(): void
  /** Whether the gateway is connected to identity's stream of changes. False until set. */
  setFollowed(followed: boolean): void
}

/** How long an entry is fresh, in milliseconds: while the stream of changes is connected, and otherwise. */
const FRESH_MS = { followed: 300_000, alone: 2_000 }
/**
 * How long to wait for identity when a stale entry can be used instead, and how long that entry is then used without a
 * new request.
 */
const PATIENCE_MS = 2_000
const MAX_KEPT = 10_000

interface Entry {
  readonly known: KnownActor
  readonly requestedAt: number
  /** The value of `#doubt` when the request was sent. */
  readonly doubt: number
  staleUntil: number
}

const unknown = () => refuse(403, 'PERSON_UNKNOWN', 'The person has no access to the portal.')
const unavailable = () => refuse(503, 'ACTOR_UNAVAILABLE', 'Who is asking cannot be resolved now.')

/**
 * A cache of actors by subject, with one request to identity for all callers that wait for the same subject. While
 * identity is unavailable, a stale entry is used unless its person is known to have changed. Access tokens are verified
 * for every request, so their expiry bounds for how long.
 */
class Directory implements ActorDirectory {
  readonly #ask: AskIdentity
  readonly #log: Logger
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_KEPT })
  readonly #pending = new Map<string, Promise<KnownActor | Refusal>>()
  /**
   * Person → `#heard` when the person changed, while requests are under way: a response may be older than the change.
   */
  readonly #forgotten = new Map<string, number>()
  #heard = 0
  #doubt = 0
  #freshMs = FRESH_MS.alone

  constructor(ask: AskIdentity, log: Logger) {
    this.#ask = ask
    this.#log = log
  }

  readonly find: FindActor = (subject) => {
    const entry = this.#entries.get(subject)
    if (entry && this.#serves(entry)) return entry.known
    let answer = this.#pending.get(subject)
    if (!answer) {
      answer = this.#refresh(subject).finally(() => {
        this.#pending.delete(subject)
        if (this.#pending.size === 0) this.#forgotten.clear()
      })
      this.#pending.set(subject, answer)
    }
    return answer
  }

  forget(personId: string): void {
    this.#heard++
    if (this.#pending.size > 0) this.#forgotten.set(personId, this.#heard)
    for (const [subject, { known }] of this.#entries)
      if (known.actor.personId === personId) this.#entries.delete(subject)
  }

  doubt(): void {
    this.#doubt = ++this.#heard
  }

  setFollowed(followed: boolean): void {
    this.#freshMs = followed ? FRESH_MS.followed : FRESH_MS.alone
  }

  #serves({ known, requestedAt, doubt, staleUntil }: Entry): boolean {
    const now = Date.now()
    const isFresh = doubt === this.#doubt && requestedAt + this.#freshMs > now
    return known.holdsUntil > now && (isFresh || staleUntil > now)
  }

  async #refresh(subject: string): Promise<KnownActor | Refusal> {
    for (;;) {
      const [since, requestedAt, doubt] = [this.#heard, Date.now(), this.#doubt]
      try {
        const answer = await this.#request(subject)
        if (!answer) {
          this.#entries.delete(subject)
          return unknown()
        }
        const isOlder = (this.#forgotten.get(answer.actor.personId) ?? 0) > since || this.#doubt > doubt
        if (!isOlder) return this.#remember(subject, answer, { requestedAt, doubt, staleUntil: 0 })
      } catch (err) {
        this.#log.warn({ err }, 'identity did not say who a subject is')
        return this.#useStale(subject)
      }
    }
  }

  #request(subject: string): Promise<Answer | null> {
    const answer = this.#ask(subject)
    return this.#entries.has(subject) ? within(answer, { deadlineAt: Date.now() + PATIENCE_MS }) : answer
  }

  #useStale(subject: string): KnownActor | Refusal {
    const entry = this.#entries.get(subject)
    if (!entry || entry.known.holdsUntil <= Date.now()) return unavailable()
    entry.staleUntil = Date.now() + PATIENCE_MS
    return entry.known
  }

  /**
   * Returns the same object while the actor is equal, so that what is cached by that object (signed tokens, shared
   * reads) stays in use.
   */
  #remember(subject: string, answer: Answer, sent: Omit<Entry, 'known'>): KnownActor {
    const former = this.#entries.get(subject)?.known.actor
    const actor = former && isDeepStrictEqual(former, answer.actor) ? former : answer.actor
    const known: KnownActor = { kind: 'known', actor, holdsUntil: answer.holdsUntil }
    this.#entries.set(subject, { known, ...sent })
    return known
  }
}

export const createActorDirectory = (ask: AskIdentity, log: Logger): ActorDirectory => new Directory(ask, log)
