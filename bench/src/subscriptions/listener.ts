import { WebSocket } from 'ws'
import { now } from './system.ts'

/** A person's queue, opened from a cursor on. */
export interface Wish {
  readonly bearer: string
  /** The subscription's text; its variables are `scope` and `after`. */
  readonly query: string
  readonly after: string
}

export interface Arrival {
  readonly key: string
  readonly at: number
}

interface Message {
  readonly type: string
  readonly payload?: {
    readonly data?: {
      readonly signingQueueChanged?: {
        readonly activityId: string
        readonly entry?: { readonly activity: Versioned } | null
      }
    }
  }
}

interface Versioned {
  readonly version: number
}

/** The event's name: the change is known by what changed and by the version that it got. */
export const keyOf = (activityId: string, version: number | undefined): string =>
  `${activityId} ${version ?? 0}`

/** One browser with an open queue. Raw sockets: thousands of them fit into the process that measures. */
export class Listener {
  readonly arrivals: Arrival[] = []
  readonly failures: string[] = []
  readonly #socket: WebSocket
  readonly #acknowledged = Promise.withResolvers<void>()

  constructor(url: string, bearer: string) {
    this.#socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false })
    this.#socket.on('open', () => {
      this.#send({ type: 'connection_init', payload: { authorization: `Bearer ${bearer}` } })
    })
    this.#socket.on('message', (data) => this.#onMessage(String(data)))
    this.#socket.on('error', (error) => this.#acknowledged.reject(error))
    this.#socket.on('close', (code) => {
      this.#acknowledged.reject(new Error(`closed with ${code}`))
      if (code !== 1000 && code !== 1005) this.failures.push(`closed with ${code}`)
    })
  }

  /** Resolves when the subscription has been sent: the cursor makes sure that nothing is missed from there. */
  async listen({ query, after }: Wish) {
    await this.#acknowledged.promise
    this.#send({ id: '1', type: 'subscribe', payload: { query, variables: { scope: 'MINE', after } } })
  }

  close() {
    this.#socket.close(1000)
  }

  #onMessage(text: string) {
    const at = now()
    const { type, payload } = JSON.parse(text) as Message
    const change = payload?.data?.signingQueueChanged
    if (type === 'connection_ack') this.#acknowledged.resolve()
    else if (type === 'next' && change)
      this.arrivals.push({ key: keyOf(change.activityId, change.entry?.activity.version), at })
    else if (type !== 'ping' && type !== 'pong') this.failures.push(text.slice(0, 300))
  }

  #send(message: object) {
    this.#socket.send(JSON.stringify(message))
  }
}

/** Opens a queue for each of these people, some at a time. */
export async function openListeners(url: string, people: readonly Wish[]): Promise<Listener[]> {
  const listeners: Listener[] = []
  const waiting = [...people]
  async function open() {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const listener = new Listener(url, person.bearer)
      listeners.push(listener)
      await listener.listen(person)
    }
  }
  await Promise.all(Array.from({ length: 50 }, open))
  return listeners
}
