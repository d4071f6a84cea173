import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { cursorOf } from '../../../testing/subscriptions/queue-log.ts'
import { QueueSubgraph } from '../../../testing/subscriptions/queue-subgraph.ts'
import { aWorld, QUEUE } from '../../../testing/subscriptions/world.ts'

it('B02 a queue at a Unix socket is heard, and misses nothing when its subgraph was away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'queue-'))
  const queue = new QueueSubgraph(join(folder, 'queue.sock'))
  const world = await aWorld({}, queue)
  expect(queue.url).toBe(`http+unix:${folder}/queue.sock:/graphql`)
  const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(0) })
  queue.log.emit('a')
  await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
  await queue.stop()
  queue.log.emit('a')
  await queue.start()
  await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2]), 3_000)
  await world.end()
  await rm(folder, { recursive: true })
})
