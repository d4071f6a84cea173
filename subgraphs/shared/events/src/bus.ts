import type { EventDefinition } from '@kompetanse/schema/events/define'
import { PgBoss, type Job, type JobResult } from 'pg-boss'
import * as v from 'valibot'

/** What a Prisma transaction client offers; publishing asks for one, so it cannot happen outside a transaction. */
export interface Transaction {
  $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown>
}

export interface BusOptions {
  /** The subgraph's own connection: its role publishes what begins with the role's name. */
  readonly url: string
  /** The schema of the subgraph's own pg-boss, where a queue for each event waits for it. */
  readonly inbox: string
  readonly onError?: (error: Error) => void
}

export interface Message<Payload> {
  readonly key: string
  readonly payload: Payload
}

export interface Bus {
  /**
   * Writes the event into the inboxes of all who consume it, in `tx`: it is there exactly when the change is. An event
   * of another subgraph's is refused by the database.
   * Of one key (the aggregate's id) a consumer gets one event at a time, the earlier transaction's first as a rule;
   * what is certain is the version in the event, by which a consumer drops what it already has.
   */
  publish<Payload>(
    tx: Transaction,
    event: EventDefinition<Payload>,
    key: string,
    payload: NoInfer<Payload>,
  ): Promise<void>
  /** The same for many at once, in as many statements as for one. */
  publishAll<Payload>(
    tx: Transaction,
    event: EventDefinition<Payload>,
    messages: readonly Message<NoInfer<Payload>>[],
  ): Promise<void>
  /**
   * Runs `handle` at least once per event. It must drop versions that it has had. A payload that does not fit
   * its contract, or a handler that fails, is tried again for a quarter of an hour and then given up, with a copy in
   * the queue `dead-letter`; the next process that consumes, which may be newer, tries it once more. Later events of
   * its key wait for it, those of other keys go on. `onError` is called with each failure.
   */
  consume<Payload>(
    event: EventDefinition<Payload>,
    handle: (payload: NoInfer<Payload>) => Promise<void>,
  ): Promise<void>
  /** Waits for handlers that run. */
  stop(): Promise<void>
}

const DEAD_LETTER = 'dead-letter'
const QUEUE = {
  policy: 'key_strict_fifo',
  notify: true,
  retryLimit: 20,
  retryBackoff: true,
  retryDelayMax: 60,
  deadLetter: DEAD_LETTER,
  // A process that dies with events in hand gives them back within two minutes, and not after a quarter of an hour.
  heartbeatSeconds: 30,
}
// NOTIFY wakes the worker at the commit. Polling is the floor under it, and what finds an event to be tried again: often
// enough that a relation that has ended is heard of within five seconds although a NOTIFY was lost.
const WORK = {
  batchSize: 50,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 3,
  perJobResults: true,
} as const

/** pg-boss as transactional outbox and bus. Inboxes and `bus.publish` are provisioned with the database. */
export async function createBus({ url, inbox, onError = () => undefined }: BusOptions): Promise<Bus> {
  const boss = new PgBoss({
    connectionString: url,
    schema: inbox,
    useListenNotify: true,
    ...{ migrate: false, createSchema: false, schedule: false },
    // Its tables and indexes are not the subgraph's to rebuild.
    reindex: false,
    max: 4,
  })
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue(DEAD_LETTER)

  const publishAll: Bus['publishAll'] = async (tx, event, messages) => {
    if (messages.length === 0) return
    await tx.$queryRawUnsafe('SELECT bus.publish($1, $2::text::jsonb)', event.name, JSON.stringify(messages))
  }

  return {
    publishAll,
    publish: (tx, event, key, payload) => publishAll(tx, event, [{ key, payload }]),
    async consume(event, handle) {
      const queue = event.name
      await boss.createQueue(queue, QUEUE)
      await boss.subscribe(event.name, queue)
      await tryGivenUpAgain(boss, queue)
      const handled = async (job: Job<unknown>): Promise<JobResult> => {
        try {
          await handle(v.parse(event.schema, job.data))
          return { id: job.id, status: 'completed' }
        } catch (error) {
          onError(error as Error)
          return { id: job.id, status: 'failed', output: { message: String(error) } }
        }
      }
      const worker = await boss.work<unknown, JobResult[], typeof WORK>(queue, WORK, async (jobs) => {
        const results: JobResult[] = []
        for (const job of jobs) results.push(await handled(job))
        // There may be more: beyond this batch, or of its keys, which come one event at a time.
        boss.notifyWorker(worker)
        return results
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

async function tryGivenUpAgain(boss: PgBoss, queue: string): Promise<void> {
  for (const key of await boss.getBlockedKeys(queue)) {
    const jobs = await boss.findJobs(queue, { key })
    const failed = jobs.filter(({ state }) => state === 'failed').map(({ id }) => id)
    if (failed.length > 0) await boss.retry(queue, failed)
  }
}
