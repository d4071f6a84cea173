import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Page {
  readonly status: number
  readonly url: URL
  readonly body: string
}

/** A browser without a screen: keeps cookies per host, and follows where it is led. All hosts are found at `address`. */
export function createVisitor(address: string) {
  const cookies = new Map<string, Map<string, string>>()

  function keep(url: URL, { headers }: IncomingMessage) {
    const jar = cookies.get(url.hostname) ?? new Map<string, string>()
    cookies.set(url.hostname, jar)
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
  }

  async function send(
    method: 'GET' | 'POST',
    url: URL,
    form?: Readonly<Record<string, string>>,
  ): Promise<Page> {
    const jar = [...(cookies.get(url.hostname) ?? [])].map(([name, value]) => `${name}=${value}`)
    const headers = {
      ...{ host: url.host, cookie: jar.join('; '), accept: 'text/html' },
      ...(form && { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin }),
    }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(
        { host: address, port: url.port, path: url.pathname + url.search, method, headers },
        resolve,
      )
      sent.once('error', reject).end(form && new URLSearchParams(form).toString())
    })
    keep(url, answer)
    const body = await text(answer)
    const { location } = answer.headers
    return location ? send('GET', new URL(location, url)) : { status: answer.statusCode ?? 0, url, body }
  }

  return {
    open: (url: string) => send('GET', new URL(url)),
    submit: (url: URL, form: Readonly<Record<string, string>>) => send('POST', url, form),
  }
}
