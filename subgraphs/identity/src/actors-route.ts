import type { Route } from '@kompetanse/graph'
import { forGateway, json } from './for-gateway.ts'
import { resolveActors } from './use-cases/resolve-actors.ts'

/**
 * `GET /actors?subject=…&subject=…`: who the subjects are, a list in their order, with null for who is unknown or out of
 * use.
 */
export const actorsRoute: Route = forGateway('GET', async ({ searchParams }, response) => {
  const resolved = await resolveActors(searchParams.getAll('subject'), new Date())
  json(
    response,
    200,
    resolved.map((each) => each && { ...each.actor, holdsUntil: each.holdsUntil }),
  )
})
