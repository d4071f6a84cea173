import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** What a subgraph does with its nth request (from 0), which has come in whole. */
export type Behaviour = (socket: Socket, nth: number) => void

/** A subgraph down to its bytes: it can break off, trickle and lie as no HTTP server would. */
export interface WireSubgraph {
  readonly url: string
  /** The requests that came in whole, heads and bodies. */
  readonly requests: readonly string[]
  /** Connections that are open. */
  readonly sockets: ReadonlySet<Socket>
  close(): Promise<void>
}

export const JSON_HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
export const DATA = '{"data":{"a":1}}'

/** Sends a complete answer. */
export const say =
  (body: Buffer | string = DATA, headers = ''): Behaviour =>
  (socket) => {
    socket.write(`${JSON_HEAD}${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n`)
    socket.write(body)
  }

/** Resets the connection, as the kernel does for a process that was killed. */
export const reset: Behaviour = (socket) => void socket.resetAndDestroy()

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
  return text.length >= end + 4 + length
}

export async function wireSubgraph(
  behave: Behaviour,
  onConnection: (socket: Socket) => void = () => undefined,
): Promise<WireSubgraph> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    let text = ''
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (!isWhole(text)) return
      requests.push(text)
      text = ''
      behave(socket, requests.length - 1)
    })
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests,
    sockets,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
