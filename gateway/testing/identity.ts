import { createServer, type ServerResponse } from 'node:http'
import { actorChangeLine, BEAT_MS, type ActorChange } from '@kompetanse/schema/actor-changes'
import { verifyActorToken, type Grant } from '@kompetanse/schema/actor-token'
import { endedSessionOf, pathTo, subjectsOf, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'
import type { CryptoKey } from 'jose'
import { listen } from './issuer.ts'

/** A subgraph in place of identity for composition; requests for actors go to `anIdentity`. */
export const IDENTITY = {
  name: 'identity',
  sdl: 'type Query { nation: String } type Mutation { openRecord: String }',
  resolvers: {},
}

/** What differs from a person in use without roles. */
interface Person {
  readonly grants?: readonly Grant[]
  readonly active?: boolean
  readonly holdsUntil?: number
}

/** The open streams of changes, with heartbeats as identity sends them. */
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
    /** Keeps the streams open without sending anything. */
    setSilent: (silent: boolean) => void (isSilent = silent),
    cut: () => followers.forEach((follower) => follower.destroy()),
    stop: () => clearInterval(beating),
  }
}

/**
 * A server with identity's endpoints. Every subject is `person of <subject>`, save `stranger`, who is unknown. Records
 * what it gets.
 */
export async function anIdentity(actorKey: CryptoKey) {
  const state = {
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
    } = state.people.get(subject) ?? {}
    return active ? { personId: brandId(`person of ${subject}`), trainee: false, grants, holdsUntil } : null
  }

  function answer(address: URL, response: ServerResponse) {
    if (address.pathname === pathTo('actor-changes')) return feed.join(response)
    response.writeHead(state.status)
    if (address.pathname === pathTo('ended-sessions')) {
      const ended = endedSessionOf(address.searchParams)
      state.ended.push(ended.credential)
      if (state.status === 200) feed.tell({ kind: 'session', ...ended })
      return response.end('{}')
    }
    const subjects = subjectsOf(address.searchParams)
    state.subjects.push(...subjects)
    response.end(JSON.stringify(subjects.map(whoIs)))
  }

  const server = createServer((request, response) => {
    void verifyActorToken(request.headers['x-actor']?.toString(), actorKey).then((actor) => {
      const address = new URL(request.url ?? '/', 'http://x')
      if (address.pathname === pathTo('actors')) state.kinds.push(actor?.kind)
      answer(address, response)
    })
  })
  const url = await listen(server)
  return Object.assign(state, {
    feed,
    /** Changes a person, and sends the change to the streams unless `unsent`. */
    change(subject: string, person: Person, unsent?: 'unsent') {
      state.people.set(subject, person)
      if (!unsent) feed.tell({ kind: 'person', personId: `person of ${subject}` })
    },
    subgraphUrls: new Map([['identity', [`${url}/graphql`]]]),
    close() {
      feed.stop()
      server.closeAllConnections()
      server.close()
    },
  })
}
