import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

/** A site of deploy/Caddyfile: where requests to one port and host, or any host (''), are forwarded. */
interface Site {
  readonly host: string
  readonly port: number
  /** `web:3000` */
  readonly targets: readonly string[]
}

const SITE = /^(?:http:\/\/([\w.-]+))?:(\d+) \{[^]*?^\treverse_proxy ([^\n{]+)/gm

export function readSites(file = join(ROOT, 'deploy/Caddyfile')): readonly Site[] {
  return [...readFileSync(file, 'utf8').matchAll(SITE)].map(([, host = '', port, targets = '']) => ({
    ...{ host, port: Number(port) },
    targets: targets.trim().split(' '),
  }))
}

/** Plays the proxy of deploy/Caddyfile at `address`. Resolves with a function that stops it. */
export async function startProxy(
  address: string,
  addressOf: (service: string) => string,
): Promise<() => Promise<void>> {
  const sites = readSites()
  const ports = [...new Set(sites.map(({ port }) => port))]
  const servers = ports.map((port) => {
    const here = sites.filter((site) => site.port === port)
    return createServer(handOn(here, addressOf)).listen(port, address)
  })
  await Promise.all(servers.map((server) => once(server, 'listening')))
  return async () => {
    await Promise.all(servers.map(stop))
  }
}

async function stop(server: Server) {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

function handOn(sites: readonly Site[], addressOf: (service: string) => string) {
  let turn = 0
  return (request: IncomingMessage, response: ServerResponse) => {
    const name = request.headers.host?.split(':')[0]
    const site = sites.find(({ host }) => host === name || host === '')
    const target = site?.targets[turn++ % site.targets.length]
    if (!target) return void response.writeHead(404).end()
    const [service = '', port] = target.split(':')
    const { method, url, headers } = request
    const onward = ask(
      { host: addressOf(service), port: Number(port), method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }
}
