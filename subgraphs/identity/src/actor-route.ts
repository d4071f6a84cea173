import type { Route } from '@kompetanse/graph'
import { resolveActor } from './use-cases/resolve-actor.ts'

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }

/**
 * `GET /actor?subject=…`: 200 with who the subject is, 404 when unknown or out of use. For the gateway alone: to
 * everybody else the route does not exist.
 */
export const actorRoute: Route = async (request, response, actor) => {
  const subject = new URL(request.url ?? '', 'http://identity').searchParams.get('subject')
  const asked = actor.kind === 'gateway' && request.method === 'GET' && subject
  const resolved = asked ? await resolveActor(subject, new Date()) : null
  response.writeHead(resolved ? 200 : 404, HEADERS).end(JSON.stringify(resolved ?? { code: 'NOT_FOUND' }))
}
