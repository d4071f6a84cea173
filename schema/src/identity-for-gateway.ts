import type { Actor } from './actor-token.ts'

/** What identity answers to the gateway alone, beside its graph. `actor-changes` has its words in `actor-changes.ts`. */
export type RouteForGateway = 'actors' | 'actor-changes' | 'ended-sessions'

export const pathTo = (route: RouteForGateway): `/${RouteForGateway}` => `/${route}`

/** Who a person is, as far as identity knows it. */
export type PersonActor = Omit<Actor, 'kind' | 'regionCode'>

/** What is said of one subject; null of one who is unknown or out of use. */
export type ActorAnswer =
  | (PersonActor & {
      /** When the calendar alone makes the actor another one, in epoch milliseconds; null when it does not. */
      readonly holdsUntil: number | null
    })
  | null

/** `GET /actors?subject=…&subject=…`: answered by a list of ActorAnswer, in the order of the subjects. */
export const actorsPath = (subjects: readonly string[]): string =>
  `${pathTo('actors')}?${subjects.map((subject) => `subject=${encodeURIComponent(subject)}`).join('&')}`

export const subjectsOf = (search: URLSearchParams): string[] => search.getAll('subject')

export interface EndedSession {
  readonly credential: string
  /** Epoch milliseconds: when what was given for it has expired anyway. */
  readonly until: number
}

/** `PUT /ended-sessions?credential=…&until=…`: answered 200 when every gateway will hear of it. */
export const endedSessionPath = ({ credential, until }: EndedSession): string =>
  `${pathTo('ended-sessions')}?${new URLSearchParams({ credential, until: String(until) })}`

/** As it was asked: empty and 0 where nothing is said, NaN where it is no number. */
export const endedSessionOf = (search: URLSearchParams): EndedSession => ({
  credential: search.get('credential') ?? '',
  until: Number(search.get('until')),
})
