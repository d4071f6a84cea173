import type { Actor } from './actor-token.ts'

/**
 * Routes of identity for the gateway only, beside its graph. The messages of `actor-changes` are in `actor-changes.ts`.
 */
export type RouteForGateway = 'actors' | 'actor-changes' | 'ended-sessions'

export const pathTo = (route: RouteForGateway): `/${RouteForGateway}` => `/${route}`

/** The part of an actor that identity has. */
export type PersonActor = Omit<Actor, 'kind' | 'regionCode'>

/** The answer for one subject; null when the subject is unknown or out of use. */
export type ActorAnswer =
  | (PersonActor & {
      /** When a date of the grants next changes the actor, in epoch milliseconds; null when none does. */
      readonly holdsUntil: number | null
    })
  | null

/** `GET /actors?subject=…&subject=…`: answered by a list of ActorAnswer, in the order of the subjects. */
export const actorsPath = (subjects: readonly string[]): string =>
  `${pathTo('actors')}?${subjects.map((subject) => `subject=${encodeURIComponent(subject)}`).join('&')}`

export const subjectsOf = (search: URLSearchParams): string[] => search.getAll('subject')

export interface EndedSession {
  readonly credential: string
  /** Epoch milliseconds: when the session’s tokens have expired anyway. */
  readonly until: number
}

/** `PUT /ended-sessions?credential=…&until=…`: answered 200 once every gateway is certain to be informed. */
export const endedSessionPath = ({ credential, until }: EndedSession): string =>
  `${pathTo('ended-sessions')}?${new URLSearchParams({ credential, until: String(until) })}`

/** Parses the parameters: empty and 0 for missing ones, NaN for what is no number. */
export const endedSessionOf = (search: URLSearchParams): EndedSession => ({
  credential: search.get('credential') ?? '',
  until: Number(search.get('until')),
})
