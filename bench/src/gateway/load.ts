import { Pool } from 'undici'

/** The parameters of one round of load, and its result. */
export interface LoadOrder {
  readonly url: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** The variable that differs a little between requests, a number from 50 to 113; null leaves them the same. */
  readonly varied: string | null
  /** One of them per request, in turn. */
  readonly headers: readonly Readonly<Record<string, string>>[]
  readonly connections: number
  /** It ends with whichever comes first. */
  readonly seconds: number
  readonly requests: number
}

export interface LoadResult {
  readonly requests: number
  readonly seconds: number
  /** Milliseconds. */
  readonly p50: number
  /** Milliseconds. */
  readonly p99: number
  /** Seconds of processor time that the load itself used. */
  readonly cpu: number
  /** Answers that were not a 200 with data alone. */
  readonly failed: number
  /** The first of them: its status and how its text begins. */
  readonly failure: string
}

/** Posts until the time is up or enough are sent, on each connection one request after the other. */
async function run(order: LoadOrder): Promise<LoadResult> {
  const pool = new Pool(order.url, { connections: order.connections, pipelining: 1 })
  const times: number[] = []
  const usage = process.cpuUsage()
  const begun = performance.now()
  const end = begun + order.seconds * 1000
  let serial = 0
  let failed = 0
  let failure = ''
  async function client() {
    while (performance.now() < end && serial < order.requests) {
      const number = serial++
      const varied = order.varied ? { [order.varied]: 50 + (number % 64) } : {}
      const headers = { 'content-type': 'application/json', ...order.headers[number % order.headers.length] }
      const sent = performance.now()
      const body = JSON.stringify({ query: order.query, variables: { ...order.variables, ...varied } })
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body })
      const text = await answer.body.text()
      times.push(performance.now() - sent)
      if (answer.statusCode === 200 && !text.includes('"errors"')) continue
      failed++
      failure ||= `${answer.statusCode} ${text.slice(0, 300)}`
    }
  }
  await Promise.all(Array.from({ length: order.connections }, client))
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(usage)
  await pool.close()
  times.sort((a, b) => a - b)
  const quantile = (part: number) => times[Math.floor(times.length * part)] ?? 0
  const latency = { p50: quantile(0.5), p99: quantile(0.99) }
  return { requests: times.length, seconds, ...latency, cpu: (user + system) / 1e6, failed, failure }
}

process.on('message', (order: LoadOrder) => void run(order).then((result) => process.send?.(result)))
