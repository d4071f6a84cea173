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

/** Who a subject is; refused when the person is unknown or out of use, or when nobody can say. */
export type FindActor = (subject: string) => KnownActor | Refusal | Promise<KnownActor | Refusal>

export interface ActorDirectory {
  readonly find: FindActor
  /** The person is not who they were: nothing that was asked before is answered any more. */
  forget(personId: string): void
  /** Anybody may have changed: all are asked for anew. What is known is used while identity does not answer. */
  doubt(): void
  /** Whether identity tells of every change now. Until it is said, it does not. */
  setFollowed(followed: boolean): void
}

/** Milliseconds for which an answer counts as fresh: while every change is heard of, and otherwise. */
const FRESH_MS = { followed: 300_000, alone: 2_000 }
/** How long identity is waited for where something known can be used instead, and how often it is then called. */
const PATIENCE_MS = 2_000
const MAX_KEPT = 10_000

interface Entry {
  readonly known: KnownActor
  readonly askedAt: number
  /** Of which doubt it was asked. */
  readonly doubt: number
  standsInUntil: number
}

const unknown = () => refuse(403, 'PERSON_UNKNOWN', 'The person has no access to the portal.')
const unavailable = () => refuse(503, 'ACTOR_UNAVAILABLE', 'Who is asking cannot be resolved now.')

/**
 * Who subjects are, as identity says, asked once for many requests. When identity is away, what it last said of somebody
 * is used, for as long as nothing was heard to the contrary: the access token, which is checked on every request,
 * bounds for how long.
 */
class Directory implements ActorDirectory {
  readonly #ask: AskIdentity
  readonly #log: Logger
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_KEPT })
  readonly #asking = new Map<string, Promise<KnownActor | Refusal>>()
  /** Who was forgotten while somebody is being asked for, and when: an answer may be older than what was heard. */
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
    let answer = this.#asking.get(subject)
    if (!answer) {
      answer = this.#refresh(subject).finally(() => {
        this.#asking.delete(subject)
        if (this.#asking.size === 0) this.#forgotten.clear()
      })
      this.#asking.set(subject, answer)
    }
    return answer
  }

  forget(personId: string): void {
    this.#heard++
    if (this.#asking.size > 0) this.#forgotten.set(personId, this.#heard)
    for (const [subject, { known }] of this.#entries)
      if (known.actor.personId === personId) this.#entries.delete(subject)
  }

  doubt(): void {
    this.#doubt = ++this.#heard
  }

  setFollowed(followed: boolean): void {
    this.#freshMs = followed ? FRESH_MS.followed : FRESH_MS.alone
  }

  #serves({ known, askedAt, doubt, standsInUntil }: Entry): boolean {
    const now = Date.now()
    const isFresh = doubt === this.#doubt && askedAt + this.#freshMs > now
    return known.holdsUntil > now && (isFresh || standsInUntil > now)
  }

  async #refresh(subject: string): Promise<KnownActor | Refusal> {
    for (;;) {
      const [since, askedAt, doubt] = [this.#heard, Date.now(), this.#doubt]
      try {
        const answer = await this.#asked(subject)
        if (!answer) {
          this.#entries.delete(subject)
          return unknown()
        }
        const isOlder = (this.#forgotten.get(answer.actor.personId) ?? 0) > since || this.#doubt > doubt
        if (!isOlder) return this.#remember(subject, answer, { askedAt, doubt, standsInUntil: 0 })
      } catch (err) {
        this.#log.warn({ err }, 'identity did not say who a subject is')
        return this.#standIn(subject)
      }
    }
  }

  #asked(subject: string): Promise<Answer | null> {
    const asked = this.#ask(subject)
    return this.#entries.has(subject) ? within(asked, { deadlineAt: Date.now() + PATIENCE_MS }) : asked
  }

  #standIn(subject: string): KnownActor | Refusal {
    const entry = this.#entries.get(subject)
    if (!entry || entry.known.holdsUntil <= Date.now()) return unavailable()
    entry.standsInUntil = Date.now() + PATIENCE_MS
    return entry.known
  }

  /** One who is the same stays the same object: what was signed and shared for it is used on. */
  #remember(subject: string, answer: Answer, asked: Omit<Entry, 'known'>): KnownActor {
    const former = this.#entries.get(subject)?.known.actor
    const actor = former && isDeepStrictEqual(former, answer.actor) ? former : answer.actor
    const known: KnownActor = { kind: 'known', actor, holdsUntil: answer.holdsUntil }
    this.#entries.set(subject, { known, ...asked })
    return known
  }
}

export const createActorDirectory = (ask: AskIdentity, log: Logger): ActorDirectory => new Directory(ask, log)
