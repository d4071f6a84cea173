import { randomUUID } from 'node:crypto'
import { startSystem } from '@kompetanse/dev/system'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { Client, Pool } from 'pg'
import { keyOf } from '../listener.ts'
import { now, type Commit, type System } from '../system.ts'
import { addPeople } from './people.ts'

const CURSOR = '{ signingQueue(tab: WAITING) { eventCursor } }'

interface CursorAnswer {
  readonly data?: { readonly signingQueue?: { readonly eventCursor: string } }
}

/** The superuser's address of the database that the subgraphs live in. */
function inDatabase(adminUrl: string, progressUrl: string): string {
  const url = new URL(adminUrl)
  url.pathname = new URL(progressUrl).pathname
  return url.href
}

/**
 * The whole portal but the web, on a database of its own. A change is a row in progress' log of queue events,
 * inserted in a transaction of its own as progress' role: what a command does to a queue, without the command.
 */
export async function startReal(): Promise<System> {
  const portal = await startSystem({ mode: 'test', withWeb: false, withSeed: false })
  const progressUrl = portal.databaseUrl('progress')
  const admin = new Client({ connectionString: inDatabase(portal.adminUrl, progressUrl) })
  await admin.connect()
  const progress = new Pool({ connectionString: progressUrl, max: 8 })
  const known: string[] = []

  async function commitOne(person: string): Promise<Commit> {
    const activityId = randomUUID()
    const at = now()
    await progress.query(
      `INSERT INTO progress.queue_event (kind, subject_id, trainee_id, after_person_id, after_tab)
       VALUES ('SIGNING', $1, $2, $3, 'WAITING')`,
      [activityId, randomUUID(), person],
    )
    return { key: keyOf(activityId, undefined), at }
  }
  return {
    description:
      'the real gateway, subgraphs and PostgreSQL; a change is one inserted row of the log of queue events',
    gatewayUrl: portal.graph.replace(/^http/, 'ws'),
    gateway: null,
    // Word for word what the web sends: nobody pays for what is registered, in however many windows.
    queue: operationsOf('web').get('SigningQueueLive') ?? '',
    async people(count) {
      if (known.length < count) known.push(...(await addPeople(admin, count - known.length)))
      return known.slice(0, count)
    },
    bearer: (person) => portal.token(person),
    async cursor(person) {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${await portal.token(person)}`,
      }
      const answer = await fetch(portal.graph, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: CURSOR }),
      })
      const { data } = (await answer.json()) as CursorAnswer
      if (!data?.signingQueue) throw new Error('the queue could not be read')
      return data.signingQueue.eventCursor
    },
    commit: (people) => Promise.all(people.map(commitOne)),
    entityRequests: null,
    async stop() {
      await admin.end()
      await progress.end()
      await portal.stop()
    },
  }
}
