import { setTimeout as delay } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import type { Caller, Portal } from './portal.ts'

export interface Counts {
  readonly waiting: number
  readonly rejected: number
  readonly signed: number
}

export interface QueueListener {
  /** Of every event that came, as often as it came. */
  readonly cursors: readonly string[]
  /** Codes with which the queue ended; each time it was opened again with the last cursor. */
  readonly ends: readonly string[]
  readonly counts: Counts | undefined
  /** What the queue holds, put together from the list that was read first and the events since. */
  readonly waiting: ReadonlySet<string>
  close(): void
}

const LIST = `{
  signingQueue(tab: WAITING, first: 100) { eventCursor counts { waiting rejected signed } edges { node { id } } }
}`

const LIVE = `subscription ($after: EventCursor!) {
  signingQueueChanged(after: $after) {
    change activityId entry { tab activity { id status version } } counts { waiting rejected signed }
  }
}`

interface List {
  readonly signingQueue: {
    readonly eventCursor: string
    readonly counts: Counts
    readonly edges: readonly { readonly node: { readonly id: string } }[]
  }
}

interface Change {
  readonly signingQueueChanged: {
    readonly activityId: string
    readonly entry: { readonly tab: string; readonly activity: { readonly status: string } } | null
    readonly counts: Counts
  }
}

/** The signing queue as the list shows it now. */
export async function readQueue(
  caller: Caller,
): Promise<{ counts: Counts; waiting: Set<string>; cursor: string }> {
  const { signingQueue } = await caller.ask<List>(LIST)
  const waiting = new Set(signingQueue.edges.map(({ node }) => node.id))
  return { counts: signingQueue.counts, waiting, cursor: signingQueue.eventCursor }
}

/**
 * Keeps a person's queue open as the web does: it comes back by itself, after the last cursor that it got. It connects
 * to the gateways in turn.
 */
export async function listen(
  { system }: Portal,
  caller: Caller,
  gateways = system.gateways,
): Promise<QueueListener> {
  const { waiting, cursor } = await readQueue(caller)
  const cursors: string[] = []
  const ends: string[] = []
  let counts: Counts | undefined
  let closed = false
  let connections = 0
  const client = createClient({
    url: () => (gateways[connections++ % gateways.length] ?? '').replace(/^http/, 'ws'),
    connectionParams: async () => ({ authorization: `Bearer ${await caller.bearer()}` }),
    retryAttempts: Infinity,
    retryWait: () => delay(200),
    shouldRetry: () => true,
  })
  const payload = { query: LIVE, variables: { after: cursor } }
  const open = () => {
    client.subscribe<Change, { cursor?: string }>(payload, {
      next({ data, errors, extensions }) {
        if (!data || errors || !extensions?.cursor) return void ends.push(JSON.stringify(errors ?? null))
        payload.variables.after = extensions.cursor
        cursors.push(extensions.cursor)
        const { entry, activityId } = data.signingQueueChanged
        if (entry?.tab === 'WAITING') waiting.add(activityId)
        else waiting.delete(activityId)
        counts = data.signingQueueChanged.counts
      },
      error(reason) {
        ends.push(codeOf(reason))
        if (!closed) open()
      },
      complete: () => undefined,
    })
  }
  open()
  return {
    ...{ cursors, ends, waiting },
    get counts() {
      return counts
    },
    close() {
      closed = true
      void client.dispose()
    },
  }
}

const codeOf = (reason: unknown): string =>
  Array.isArray(reason)
    ? String((reason[0] as { extensions?: { code?: string } }).extensions?.code)
    : JSON.stringify(reason)
