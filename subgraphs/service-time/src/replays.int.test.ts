import { replayAll } from '@kompetanse/events'
import { servicePeriod, type ServicePeriodEvent } from '@kompetanse/schema/events/service-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bus, subgraph } from './database.ts'
import { acts } from './testing/acts.ts'
import { startTestGraph, type TestGraph } from './testing/graph.ts'
import { replays } from './replays.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())

test('every period is told again as it is now, removed ones too', async () => {
  const { trainee, leader } = await graph.aCircle()
  const doing = acts(graph)
  const signed = await doing.signed(trainee, leader)
  const removed = await doing.registered(trainee, { startsOn: '2025-01-01', endsOn: '2025-06-30' })
  await doing.command(trainee, 'removeServicePeriod', removed)
  const heard = new Map<string, ServicePeriodEvent>()
  await bus.consume(servicePeriod, async (event) => void heard.set(event.periodId, event))
  expect(await replayAll(subgraph, replays)).toEqual({ 'service-time.period': 2 })
  await expect.poll(() => heard.size).toBe(2)
  expect(heard.get(signed.id)).toMatchObject({
    ...{ command: 'SIGN', status: 'SIGNED', version: signed.version, byId: leader.personId },
    request: { signerId: leader.personId },
  })
  expect(heard.get(removed.id)).toMatchObject({ status: 'REMOVED', version: removed.version + 1 })
})
