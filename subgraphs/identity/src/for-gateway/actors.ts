import type { Route } from '@kompetanse/graph'
import { subjectsOf, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { resolveActors } from '../actor/use-cases/resolve-actors.ts'
import { forGateway, json } from './for-gateway.ts'

export const actorsRoute: Route = forGateway('GET', 'actors', async ({ searchParams }, response) => {
  const resolved = await resolveActors(subjectsOf(searchParams), new Date())
  const answers = resolved.map((each): ActorAnswer => each && { ...each.actor, holdsUntil: each.holdsUntil })
  json(response, 200, answers)
})
