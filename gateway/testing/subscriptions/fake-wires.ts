import { parseMessage, type ID, type Message, type SubscribeMessage } from 'graphql-ws'
import type { Connect, Wire, WireEvents } from '../../src/subscriptions/upstream/wire.ts'

/** One socket in memory, with the subgraph's end in the test's hand. */
export class FakeWire implements Wire {
  readonly sent: Message[] = []
  /** The streams that the subgraph has ended. */
  readonly #completed = new Set<ID>()
  readonly events: WireEvents
  state: 'connecting' | 'open' | 'closed' = 'connecting'
  /** Said when it was closed already. */
  readonly late: string[] = []
  isPaused = false

  constructor(events: WireEvents) {
    this.events = events
  }

  send(text: string) {
    if (this.state === 'connecting') throw new Error('sent before the socket was open')
    if (this.state === 'open') this.sent.push(parseMessage(text))
    else this.late.push(text)
  }

  probe() {
    if (this.state === 'open') this.events.answered()
  }

  pause() {
    this.isPaused = true
  }

  resume() {
    this.isPaused = false
  }

  close() {
    this.break(1000)
  }

  cut() {
    this.break(1006)
  }

  /** The subgraph takes the connection. */
  accept() {
    if (this.state !== 'connecting') return
    this.state = 'open'
    this.events.opened()
  }

  acknowledge() {
    if (this.state === 'open') this.events.message('{"type":"connection_ack"}')
  }

  tell(message: object) {
    if (this.state === 'open') this.events.message(JSON.stringify(message))
  }

  complete(id: ID) {
    this.#completed.add(id)
    this.tell({ id, type: 'complete' })
  }

  break(code: number) {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.events.closed(code)
  }

  /** The streams that were subscribed on this socket and have not ended. */
  get running(): SubscribeMessage[] {
    const ended = new Set(this.sent.flatMap((each) => (each.type === 'complete' ? [each.id] : [])))
    return this.sent
      .filter((each) => each.type === 'subscribe')
      .filter(({ id }) => !ended.has(id) && !this.#completed.has(id))
  }
}

/** Every socket that has been made, in order. */
export class FakeWires {
  readonly all: FakeWire[] = []
  readonly urls: string[] = []
  readonly connect: Connect = (url, events) => {
    this.urls.push(url)
    const wire = new FakeWire(events)
    this.all.push(wire)
    return wire
  }

  get living(): FakeWire[] {
    return this.all.filter(({ state }) => state !== 'closed')
  }
}
