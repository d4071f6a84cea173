import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readDemoPersons } from '../demo-persons.ts'
import { local } from '../ports.ts'
import { ROOT } from '../root.ts'
import type { System } from '../system.ts'

export interface Control {
  readonly url: string
  stop(): void
}

type Controlled = Pick<System, 'kill' | 'restart' | 'token'>

function tokenOf(system: Controlled, name: string): Promise<string> {
  const person = readDemoPersons(ROOT).find(({ displayName }) => displayName === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return system.token(person.id)
}

/**
 * How stories, which run in a process of their own, kill and restart a part: `POST /kill/progress`, `/restart/progress`;
 * and get a token of a person for requests to the graph: `POST /token/Ingrid%20Solheim`.
 */
export async function startControl(system: Controlled): Promise<Control> {
  const server = createServer(async (request, response) => {
    const [, what, name = ''] = request.url?.split('/').map(decodeURIComponent) ?? []
    try {
      if (what === 'token') return void response.end(await tokenOf(system, name))
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
