import { GRAPHQL_TRANSPORT_WS_PROTOCOL, parseMessage } from 'graphql-ws'
import { WebSocket } from 'ws'
import { cursorOf } from './queues.ts'

const QUEUE = `subscription ($after: EventCursor) {
  signingQueueChanged(scope: MINE, after: $after) { change activityId entry { tab } }
}`

/** What all windows of a run have seen. */
export interface Seen {
  delivered: number
  /** Numbers that were jumped over. */
  lost: number
  repeated: number
  /** How often a window had to come back, by the reason it was given. */
  readonly comebacks: Map<string, number>
}

export const nothingSeen = (): Seen => ({ delivered: 0, lost: 0, repeated: 0, comebacks: new Map() })

const COME_BACK_MS = 100

/** One person's open queue in a browser: it comes back by itself after the last event that it got. */
export class Window {
  readonly #url: string
  readonly #bearer: string
  readonly #seen: Seen
  #socket: WebSocket | null = null
  #timer: NodeJS.Timeout | undefined
  /** The number of the last event. */
  last: number

  constructor(url: string, bearer: string, { seen, from }: { readonly seen: Seen; readonly from: number }) {
    this.#url = url
    this.#bearer = bearer
    this.#seen = seen
    this.last = from
  }

  get isOpen(): boolean {
    return this.#socket !== null
  }

  open() {
    if (this.#socket) return
    const socket = new WebSocket(this.#url, GRAPHQL_TRANSPORT_WS_PROTOCOL, { perMessageDeflate: false })
    this.#socket = socket
    const say = (message: object) => socket.send(JSON.stringify(message))
    const authorization = `Bearer ${this.#bearer}`
    socket.on('open', () => say({ type: 'connection_init', payload: { authorization } }))
    socket.on('message', (data) => this.#socket === socket && this.#onMessage(socket, String(data)))
    socket.on('error', () => {})
    socket.on('close', (code) => this.#socket === socket && this.#comeBack(`closed with ${code}`))
  }

  /** As a closed tab; `open` goes on where it was. */
  close() {
    clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = null
    socket?.terminate()
  }

  #onMessage(socket: WebSocket, text: string) {
    const message = parseMessage(text)
    const variables = { after: cursorOf(this.last) }
    if (message.type === 'connection_ack')
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUEUE, variables } }))
    else if (message.type === 'next') this.#take(Number(message.payload.extensions?.['cursor']))
    else if (message.type === 'error') this.#comeBack(String(message.payload[0]?.extensions?.['code']))
    else if (message.type === 'complete') this.#comeBack('complete')
  }

  #take(number: number) {
    this.#seen.delivered++
    if (number <= this.last) this.#seen.repeated++
    else this.#seen.lost += number - this.last - 1
    this.last = Math.max(this.last, number)
  }

  #comeBack(reason: string) {
    this.#seen.comebacks.set(reason, (this.#seen.comebacks.get(reason) ?? 0) + 1)
    this.close()
    this.#timer = setTimeout(() => this.open(), COME_BACK_MS)
  }
}
