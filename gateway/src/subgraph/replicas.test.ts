import { afterEach, expect, it } from 'vitest'
import { runSubgraph, type RunningSubgraph } from '../testing/subgraph-fixture.ts'
import { silent } from '../testing/gateway-fixture.ts'
import { library } from '../testing/library.ts'
import { SubgraphClient } from './subgraph-client.ts'

const DEAD = 'http://127.0.0.1:9/graphql'
const running: RunningSubgraph[] = []
let client: SubgraphClient

async function replica(): Promise<RunningSubgraph> {
  const [catalogue] = library
  if (!catalogue) throw new Error('The fixture is empty')
  const started = await runSubgraph(catalogue)
  running.push(started)
  return started
}
const clientOf = (...urls: string[]) =>
  (client = new SubgraphClient('catalogue', urls, { connections: 2, timeoutMs: 1000, log: silent }))
const body = JSON.stringify({ query: '{ books { id } }', variables: {} })
const read = () => client.send({ body, headers: {}, idempotent: true })

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()))
  await client.replicas.close()
})

it('takes its processes in turn', async () => {
  const [a, b] = [await replica(), await replica()]
  clientOf(a.url, b.url)
  for (let count = 0; count < 4; count++) await read()
  expect([a.received.length, b.received.length]).toEqual([2, 2])
})

it('goes to the next when one cannot be reached, and then leaves that one alone', async () => {
  const alive = await replica()
  clientOf(DEAD, alive.url)
  for (let count = 0; count < 4; count++) expect((await read()).status).toBe(200)
  expect(alive.received).toHaveLength(4)
})

it('says so when none can be reached', async () => {
  clientOf(DEAD, DEAD)
  await expect(read()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' })
})

it('a mutation that may have been carried out is not sent again', async () => {
  const [breaking, other] = [await replica(), await replica()]
  breaking.hold = new Promise(() => undefined)
  clientOf(breaking.url, other.url)
  const write = client.send({ body, headers: {}, idempotent: false })
  await expect.poll(() => breaking.received.length).toBe(1)
  await breaking.close()
  await expect(write).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' })
  expect(other.received).toEqual([])
})

it('a read whose connection breaks is sent to the next', async () => {
  const [breaking, other] = [await replica(), await replica()]
  breaking.hold = new Promise(() => undefined)
  clientOf(breaking.url, other.url)
  const reading = read()
  await expect.poll(() => breaking.received.length).toBe(1)
  await breaking.close()
  expect((await reading).status).toBe(200)
})
