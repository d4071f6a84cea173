import { QueryPlanner } from '@apollo/query-planner'
import { parse } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { planningCost, REFUSING, textCost } from '../cost/text-cost.ts'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { RawClient } from '../../testing/subscriptions/raw-client.ts'
import { aWorld, QUEUE, type World } from '../../testing/subscriptions/world.ts'

const TEXT = textCost(QUEUE, parse(QUEUE))
const BEGINNING = 50
const start = { queue: 'a', after: cursorOf(0) }

/** Who may ask for so much, and no more. */
function aPurse(left: number) {
  const paid: number[] = []
  const pay = (_actor: unknown, cost: number) => {
    const enough = cost <= left
    if (enough) left -= cost
    paid.push(cost)
    return enough
  }
  return { paid, pay }
}

describe('B02 what a person listens to is paid for from their line', () => {
  let world: World
  afterEach(() => world.end())
  afterEach(() => void vi.restoreAllMocks())
  const planning = () => vi.spyOn(QueryPlanner.prototype, 'buildQueryPlan')

  it('each event, also one sent again; out of budget a client gets the error and keeps the cursor', async () => {
    const purse = aPurse(TEXT + BEGINNING + 25)
    world = await aWorld({ pay: purse.pay })
    for (let count = 0; count < 3; count++) world.queue.log.emit('a')
    const listener = world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(listener.code).toBe('TOO_MANY_REQUESTS'))
    expect(listener.numbers).toEqual([1, 2])
    // Ten for a field of the root, and one for its object.
    expect(purse.paid).toEqual([TEXT, BEGINNING, 11, 11, 11])
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(0))
  })

  it('nothing of what is registered', async () => {
    const purse = aPurse(0)
    world = await aWorld({ pay: purse.pay, registered: () => [parse(QUEUE)] })
    for (let count = 0; count < 3; count++) world.queue.log.emit('a')
    const listener = world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2, 3]))
    expect(purse.paid).toEqual([])
  })

  it('a layout of what is registered is that: one plan, made once, and kept when others come and go', async () => {
    world = await aWorld({ pay: aPurse(1e6).pay, registered: () => [parse(QUEUE)], limits: { documents: 2 } })
    const built = planning()
    const heard = async (text: string) => {
      const listener = world.tab('kari').listen(text, start)
      await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
    }
    world.queue.log.emit('a')
    for (const end of ['', ' ', ',', '\n,']) await heard(QUEUE + end)
    expect(built).toHaveBeenCalledTimes(1)
    for (const name of ['A', 'B', 'C']) await heard(QUEUE.replace('subscription', `subscription ${name}`))
    expect(built).toHaveBeenCalledTimes(4)
    await heard(`${QUEUE} ,,`)
    expect(built).toHaveBeenCalledTimes(4)
  })

  it('a name that no operation has is paid for, also of a registered text, and nothing is planned', async () => {
    const purse = aPurse(TEXT)
    world = await aWorld({ pay: purse.pay, registered: () => [parse(QUEUE)] })
    const built = planning()
    const client = new RawClient(world.url)
    await client.greet({ authorization: 'Bearer kari' })
    for (const [id, code] of [
      ['1', 'OPERATION_NOT_FOUND'],
      ['2', 'TOO_MANY_REQUESTS'],
    ] as const) {
      client.subscribe(id, QUEUE, { operationName: `Another${id}` })
      await vi.waitFor(() => expect(client.ending(id)).toBe(code))
    }
    expect(purse.paid).toEqual([TEXT, TEXT])
    expect(built).not.toHaveBeenCalled()
    client.end()
  })

  it('what is given and not declared, by its length, and to be refused for what is given, also when it is registered', async () => {
    const purse = aPurse(1e6)
    world = await aWorld({ pay: purse.pay, registered: () => [parse(QUEUE)] })
    const tab = world.tab('kari')
    world.queue.log.emit('a')
    const listener = tab.listen(QUEUE, { ...start, x: 'x'.repeat(1_000) })
    await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
    const refused = tab.listen(QUEUE, { queue: {} })
    await vi.waitFor(() => expect(refused.code).toBe('BAD_USER_INPUT'))
    expect(purse.paid).toEqual([0.5 * (1_000 + '["x",""]'.length - 200), REFUSING])
  })

  it('each operation of a text, and each way that its conditions turn out, once', async () => {
    const purse = aPurse(1e6)
    world = await aWorld({ pay: purse.pay })
    const client = new RawClient(world.url)
    await client.greet({ authorization: 'Bearer kari' })
    const field = 'queueChanged(queue: "a") { number note @include(if: $a) }'
    const text = `subscription A($a: Boolean!) { ${field} } subscription B($a: Boolean!) { ${field} }`
    const operations = [
      ['A', true],
      ['A', false],
      ['B', true],
      ['A', true],
      ['B', false],
      ['A', false],
    ] as const
    for (const [at, [operationName, a]] of operations.entries())
      client.subscribe(String(at), text, { operationName, variables: { a } })
    await vi.waitFor(() => expect(purse.paid).toHaveLength(10))
    const way = planningCost(3)
    const [plain, anew] = [[BEGINNING], [way, BEGINNING]]
    expect(purse.paid).toEqual([
      250 + text.length / 2,
      ...plain,
      ...anew,
      ...anew,
      ...plain,
      ...anew,
      ...plain,
    ])
    client.end()
  })

  it('a text that is new, before it is validated, and one that is refused each time', async () => {
    const purse = aPurse(0)
    world = await aWorld({ pay: purse.pay })
    for (const text of [QUEUE, 'subscription {', 'subscription { nothing }']) {
      const listener = world.tab('kari').listen(text, start)
      await vi.waitFor(() => expect(listener.code).toBe('TOO_MANY_REQUESTS'))
    }
    expect(purse.paid).toHaveLength(3)
  })
})
