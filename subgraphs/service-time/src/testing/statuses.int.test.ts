import { walkCommands } from '@kompetanse/database/testing/commands'
import { walkStatuses } from '@kompetanse/database/testing/statuses'
import { doesWait } from '@kompetanse/database/testing/waits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acts } from './acts.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph

beforeAll(async () => {
  graph = await startTestGraph()
  const { trainee, leader } = await graph.aCircle()
  const { registered, sent, signed, command } = acts(graph)
  const of = (year: number) => ({ startsOn: `${year}-05-01`, endsOn: `${year}-09-30` })
  await registered(trainee, of(2022))
  await sent(trainee, leader, of(2023))
  await signed(trainee, leader, of(2024))
  const rejected = await sent(trainee, leader, of(2025))
  await command(leader, 'rejectServicePeriod', rejected, { comment: 'Ikke ennå' })
})
afterAll(() => graph.stop())

test('F134 F136 no period comes to a decision, or from a signature, by the status alone', async () => {
  const walked = await walkStatuses({ adminUrl: graph.adminUrl, schema: 'service_time' })
  expect(Object.keys(walked)).toEqual(['service_period'])
  const { missing, permitted = [] } = walked['service_period'] ?? {}
  expect(missing).toEqual([])
  expect(permitted.filter((one) => /SIGNED|→ REJECTED/.test(one))).toEqual([])
  // The control: what no decision is about is written all day.
  expect(permitted).toContain('WAITING → REGISTERED')
})

test('F134 F136 each command that decides has its record, whatever its entry leaves out, and none is of a time to come', async () => {
  const history = { adminUrl: graph.adminUrl, schema: 'service_time' }
  const told = await walkCommands(history, 'now()')
  const commands = Object.entries(told).map(([table, entries]) => [
    table,
    [...new Set(entries.map((one) => one.split(' ')[0]))],
  ])
  expect(Object.fromEntries(commands)).toEqual({
    service_period_history: ['REGISTER', 'EDIT', 'REMOVE', 'SEND_FOR_SIGNING'],
  })
  expect(
    Object.values(told)
      .flat()
      .filter((one) => /→ (SIGNED|REJECTED)/.test(one)),
  ).toEqual([])
  const later = Object.values(await walkCommands(history, "now() + interval '2 minutes'")).flat()
  expect(later).toEqual([])
})

test('F136 what hangs on a period waits for who signs it at this moment', async () => {
  const first = `UPDATE service_period SET version = version WHERE status = 'WAITING'`
  const second = (status: string) => `INSERT INTO absence (id, period_id, kind, starts_on, ends_on, share)
    SELECT gen_random_uuid(), id, 'COURSE', starts_on, starts_on, 100 FROM service_period WHERE status = '${status}'`
  const two = { adminUrl: graph.adminUrl, schema: 'service_time', first }
  expect(await doesWait({ ...two, second: second('WAITING') })).toBe(true)
  expect(await doesWait({ ...two, second: second('REGISTERED') })).toBe(false)
})
