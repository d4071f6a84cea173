import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws'
import { WebSocket } from 'ws'

/** The events of a socket. All but `opened` may come at any time; none comes after `closed`. */
export interface WireEvents {
  opened(): void
  message(text: string): void
  /** The other side is there: it has answered a `probe`. */
  answered(): void
  /** Once, also when the connection never came about. */
  closed(code: number): void
}

/** One socket to a subgraph, as little of it as the connection needs. */
export interface Wire {
  send(text: string): void
  /** Sends a ping; `answered` follows. */
  probe(): void
  /** Stops reading, so that the other side has to wait; what is read already still comes. */
  pause(): void
  resume(): void
  close(): void
  /** Without a farewell; `closed` follows. */
  cut(): void
}

export type Connect = (url: string, events: WireEvents) => Wire

/** A real socket; `handshakeTimeout` in milliseconds. */
export const connectBySocket =
  (handshakeTimeout: number): Connect =>
  (url, events) => {
    const options = { perMessageDeflate: false, handshakeTimeout }
    const socket = new WebSocket(url, GRAPHQL_TRANSPORT_WS_PROTOCOL, options)
    socket.on('open', () => events.opened())
    socket.on('message', (data) => events.message(String(data)))
    socket.on('pong', () => events.answered())
    socket.on('error', () => {}) // `close` follows and says the same
    socket.on('close', (code) => events.closed(code))
    return {
      send: (text) => socket.send(text),
      probe: () => socket.ping(),
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      close: () => socket.close(1000),
      cut: () => socket.terminate(),
    }
  }
