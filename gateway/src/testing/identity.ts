import { createServer } from 'node:http'
import { verifyActorToken } from '@kompetanse/schema/actor-token'
import type { CryptoKey } from 'jose'
import { listen } from './issuer.ts'

/** The subgraph that stands in for the one who knows people; what it is asked goes to `anIdentity`. */
export const IDENTITY = {
  name: 'identity',
  sdl: 'type Query { nation: String } type Mutation { openRecord: String }',
  resolvers: {},
}

/** Says who a subject is: `person of <subject>`; knows everybody save `stranger`. Keeps what it was asked. */
export async function anIdentity(actorKey: CryptoKey) {
  const asked = { subjects: [] as string[], kinds: [] as unknown[], status: 200 }
  const server = createServer((request, response) => {
    void verifyActorToken(request.headers['x-actor']?.toString(), actorKey).then((actor) => {
      const subject = new URL(request.url ?? '/', 'http://x').searchParams.get('subject') ?? ''
      asked.subjects.push(subject)
      asked.kinds.push(actor?.kind)
      response.writeHead(subject === 'stranger' ? 404 : asked.status)
      response.end(JSON.stringify({ personId: `person of ${subject}`, trainee: false, grants: [] }))
    })
  })
  const url = await listen(server)
  return Object.assign(asked, {
    subgraphUrls: new Map([['identity', [`${url}/graphql`]]]),
    close() {
      server.closeAllConnections()
      server.close()
    },
  })
}
