import type { ServerResponse } from 'node:http'
import { actorChangeLine, BEAT_MS } from '@kompetanse/schema/actor-changes'
import { pathTo, subjectsOf, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'

/** Answers what a gateway asks identity: everybody is known, by the subject, and nobody changes. Says whether it was that. */
export function answersAsIdentity(path: string, search: URLSearchParams, response: ServerResponse): boolean {
  if (path === pathTo('actors')) {
    const known = (personId: string): ActorAnswer => ({
      personId: brandId(personId),
      trainee: true,
      grants: [],
      holdsUntil: null,
    })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(subjectsOf(search).map(known)))
    return true
  }
  if (path !== pathTo('actor-changes')) return false
  response.write(actorChangeLine({ kind: 'listening' }))
  const beating = setInterval(() => response.write(actorChangeLine({ kind: 'beat' })), BEAT_MS)
  response.once('close', () => clearInterval(beating))
  return true
}
