/** Where a process of a subgraph listens. */
export interface Address {
  /** Scheme, host and port; of no meaning with a socket file but as the `host` that is sent. */
  readonly origin: string
  /** The path of its graph. */
  readonly path: string
  /** The Unix socket that it listens on instead of a port. */
  readonly socketPath?: string
  readonly onThisMachine: boolean
}

/** Of a path only what is the same in any kind of URL: the sockets of subscriptions name it as `ws+unix:`. */
const SOCKET = /^http\+unix:(\/[\w./-]+):(\/.*)$/
const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/

/** Reads `http://host:port/graphql`, or `http+unix:/run/name.sock:/graphql`. Throws when it is neither. */
export function readAddress(text: string): Address {
  const [, socketPath, path] = SOCKET.exec(text) ?? []
  if (socketPath && path) return { origin: 'http://localhost', path, socketPath, onThisMachine: true }
  if (text.startsWith('http+unix:')) throw new Error(`"${text}" is no address of a Unix socket`)
  const { origin, hostname, pathname, search } = new URL(text)
  return { origin, path: pathname + search, onThisMachine: LOOPBACK.test(hostname) }
}
