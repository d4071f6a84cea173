import type { IncomingMessage, ServerResponse } from 'node:http'
import { allowedBy, linesOf, pathOf } from '@kompetanse/schema/addresses'
import { shownBy } from '../actor/proof/shown.ts'
import { refuse } from '../errors/refusal.ts'
import { leavingOf } from './leaving.ts'
import { refuseEarly } from './refuse-early.ts'
import type { Checks, Route } from './routes.ts'

/**
 * Answers the routes of the table, for callers that they allow. It is the only place that reads an address, and it
 * authenticates the caller before any handler begins.
 */
export function createDispatch(table: readonly Route[], checks: Checks) {
  const linesAt = linesOf(table)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const lines = linesAt(pathOf(request.url))
    if (lines.length === 0)
      return refuseEarly(request, response, refuse(404, 'BAD_REQUEST', 'Nothing is here.'))
    const route = lines.find(takes(request))
    if (route) return answer(route, checks, request, response)
    const allow = allowedBy(lines)
    refuseEarly(request, response, refuse(405, 'METHOD_NOT_ALLOWED', `Use ${allow}.`, { allow }))
  }
}

const takes =
  ({ method = '', headers }: IncomingMessage) =>
  ({ methods, accepts }: Route): boolean =>
    methods.includes(method) && (!accepts || Boolean(headers.accept?.includes(accepts)))

async function answer(route: Route, checks: Checks, request: IncomingMessage, response: ServerResponse) {
  if (route.who === 'probe' || route.who === 'anybody') return route.answer(request, response)
  // Taken before authentication, so that a client that leaves during it is noticed.
  const gone = leavingOf(response)
  const shown = shownBy(request)
  if (route.who === 'bearer') {
    const bearer = await checks.bearer(shown)
    if (bearer.kind === 'refused') return refuseEarly(request, response, bearer)
    return route.answer(request, response, bearer)
  }
  const actor = await checks.actor(shown)
  if (actor.kind === 'refused') return refuseEarly(request, response, actor)
  if (!gone.aborted) return route.answer(request, response, { actor, gone })
}
