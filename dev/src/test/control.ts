import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { local } from '../ports.ts'
import type { System } from '../system.ts'

export interface Control {
  readonly url: string
  stop(): void
}

/** How stories, which run in a process of their own, kill and restart a part: `POST /kill/progress`, `/restart/progress`. */
export async function startControl(system: Pick<System, 'kill' | 'restart'>): Promise<Control> {
  const server = createServer(async (request, response) => {
    const [, what, name = ''] = request.url?.split('/') ?? []
    try {
      if (what === 'kill') await system.kill(name)
      else if (what === 'restart') await system.restart(name)
      else throw new Error(`${request.url} is not known`)
      response.writeHead(204).end()
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: local((server.address() as AddressInfo).port),
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
