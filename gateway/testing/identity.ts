import { createServer, type ServerResponse } from 'node:http'
import { actorChangeLine, BEAT_MS, type ActorChange } from '@kompetanse/schema/actor-changes'
import { verifyActorToken, type Grant } from '@kompetanse/schema/actor-token'
import { endedSessionOf, pathTo, subjectsOf, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'
import type { CryptoKey } from 'jose'
import { listen } from './issuer.ts'

/** The subgraph that stands in for the one who knows people; what it is asked goes to `anIdentity`. */
export const IDENTITY = {
  name: 'identity',
  sdl: 'type Query { nation: String } type Mutation { openRecord: String }',
  resolvers: {},
}

/** What a test makes different from somebody in use who has no roles. */
interface Person {
  readonly grants?: readonly Grant[]
  readonly active?: boolean
  readonly holdsUntil?: number
}

/** Those who follow what changes, told and kept alive as identity does. */
function aFeed() {
  const followers = new Set<ServerResponse>()
  const tell = (change: ActorChange) => {
    for (const follower of followers) follower.write(actorChangeLine(change))
  }
  let isSilent = false
  const beating = setInterval(() => !isSilent && tell({ kind: 'beat' }), BEAT_MS)
  return {
    followers,
    tell,
    join(response: ServerResponse) {
      response.on('close', () => followers.delete(response))
      followers.add(response)
      response.writeHead(200).write(actorChangeLine({ kind: 'listening' }))
    },
    /** As if the line were dead: it stays open, and nothing comes. */
    setSilent: (silent: boolean) => void (isSilent = silent),
    cut: () => followers.forEach((follower) => follower.destroy()),
    stop: () => clearInterval(beating),
  }
}

/** Says who a subject is: `person of <subject>`; knows everybody save `stranger`. Keeps what it was asked. */
export async function anIdentity(actorKey: CryptoKey) {
  const asked = {
    subjects: [] as string[],
    kinds: [] as unknown[],
    status: 200,
    ended: [] as string[],
    people: new Map<string, Person>(),
  }
  const feed = aFeed()
  const whoIs = (subject: string): ActorAnswer => {
    const {
      active = subject !== 'stranger',
      grants = [],
      holdsUntil = null,
    } = asked.people.get(subject) ?? {}
    return active ? { personId: brandId(`person of ${subject}`), trainee: false, grants, holdsUntil } : null
  }

  function answer(address: URL, response: ServerResponse) {
    if (address.pathname === pathTo('actor-changes')) return feed.join(response)
    response.writeHead(asked.status)
    if (address.pathname === pathTo('ended-sessions')) {
      const ended = endedSessionOf(address.searchParams)
      asked.ended.push(ended.credential)
      if (asked.status === 200) feed.tell({ kind: 'session', ...ended })
      return response.end('{}')
    }
    const subjects = subjectsOf(address.searchParams)
    asked.subjects.push(...subjects)
    response.end(JSON.stringify(subjects.map(whoIs)))
  }

  const server = createServer((request, response) => {
    void verifyActorToken(request.headers['x-actor']?.toString(), actorKey).then((actor) => {
      const address = new URL(request.url ?? '/', 'http://x')
      if (address.pathname === pathTo('actors')) asked.kinds.push(actor?.kind)
      answer(address, response)
    })
  })
  const url = await listen(server)
  return Object.assign(asked, {
    feed,
    /** Changes who somebody is, and tells of it unless `untold`. */
    change(subject: string, person: Person, untold?: 'untold') {
      asked.people.set(subject, person)
      if (!untold) feed.tell({ kind: 'person', personId: `person of ${subject}` })
    },
    subgraphUrls: new Map([['identity', [`${url}/graphql`]]]),
    close() {
      feed.stop()
      server.closeAllConnections()
      server.close()
    },
  })
}
