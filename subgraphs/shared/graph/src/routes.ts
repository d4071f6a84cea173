import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '@kompetanse/schema/actor-token'
import { allowedBy, linesOf, pathOf, type Address } from '@kompetanse/schema/addresses'
import { refuse } from './refuse.ts'

/** Answers somebody who may ask; the actor has been verified. */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  actor: Actor,
) => void | Promise<void>

/** What whoever runs the processes asks, without a token; it says nothing of anybody. */
export interface Probe extends Address {
  readonly who: 'probe'
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
}

export const probe = (
  path: Probe['path'],
  answer: (response: ServerResponse) => void | Promise<void>,
): Probe => ({
  ...{ path, methods: ['GET', 'HEAD'], who: 'probe' },
  answer: (_, response) => answer(response),
})

export interface Route extends Address {
  /** The kind of actor that may ask. `actor` is each of them; what is the gateway's alone exists for nobody else. */
  readonly who: 'actor' | Actor['kind']
  readonly answer: Answer
}

export interface DispatchOptions {
  readonly table: readonly (Probe | Route)[]
  readonly authenticate: (request: IncomingMessage) => Promise<Actor | null>
}

const mayAsk = (actor: Actor) => (route: Route) => route.who === 'actor' || route.who === actor.kind
const isProbe = (line: Probe | Route): line is Probe => line.who === 'probe'
const isRoute = (line: Probe | Route): line is Route => line.who !== 'probe'

/**
 * Answers what is in the table, to those who may ask: nothing else looks at an address, and no answer begins before it
 * is known who asks.
 */
export function createDispatch({ table, authenticate }: DispatchOptions) {
  const linesAt = linesOf(table)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const lines = linesAt(pathOf(request.url))
    const isOfMethod = ({ methods }: Address) => methods.includes(request.method ?? '')
    const probe = lines.find(isProbe)
    if (probe && isOfMethod(probe)) return probe.answer(request, response)
    const actor = await authenticate(request)
    if (!actor) return refuse(response, 401, 'UNAUTHENTICATED')
    const routes = lines.filter(isRoute)
    const own = routes.filter(mayAsk(actor))
    const route = own.find(isOfMethod)
    if (route) return route.answer(request, response, actor)
    if (own.length > 0) return void response.writeHead(405, { allow: allowedBy(own) }).end()
    if (routes.some(({ who }) => who !== 'gateway')) return refuse(response, 403, 'FORBIDDEN')
    refuse(response, 404, 'NOT_FOUND')
  }
}
