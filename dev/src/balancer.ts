import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'

/**
 * Plays the proxy of docker-compose.yml: each connection goes to the next of `targets` (ports of 127.0.0.1) that takes
 * it, and ends when that one ends. Resolves, when it listens, with what stops it.
 */
export async function startBalancer(options: {
  readonly port: number
  readonly targets: readonly number[]
}): Promise<() => Promise<void>> {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    const from = turn++
    const inTurn = options.targets.map((_, at) => options.targets[(from + at) % options.targets.length] ?? 0)
    open.add(client)
    client.once('close', () => open.delete(client))
    client.on('error', () => client.destroy())
    void join(client, inTurn)
  })
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    server.close()
    for (const client of open) client.destroy()
    await once(server, 'close')
  }
}

async function join(client: Socket, targets: readonly number[]) {
  for (const port of targets) {
    const upstream = connect(port, '127.0.0.1')
    const isConnected = await once(upstream, 'connect').then(
      () => true,
      () => false,
    )
    upstream.on('error', () => upstream.destroy())
    if (!isConnected) continue
    upstream.once('close', () => client.destroy())
    client.once('close', () => upstream.destroy())
    client.pipe(upstream).pipe(client)
    return
  }
  client.destroy()
}
