import type { ServerResponse } from 'node:http'
import { actorChangeLine, BEAT_MS } from '@kompetanse/schema/actor-changes'
import { pathTo, subjectsOf, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'

/** Answers a gateway's requests to identity: every subject is known, and nobody changes. Returns whether it was one. */
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
