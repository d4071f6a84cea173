import { describe, expect, it } from 'vitest'
import { InOrder } from './in-order.ts'

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What has been delivered, how often there was more room, and what still comes, by its name. */
function aQueue() {
  const log: string[] = []
  const queue = new InOrder<string>(
    (item) => log.push(item),
    () => log.push('room'),
  )
  const coming = new Map<string, () => void>()
  return {
    ...{ log, queue },
    later(item: string, bytes = 1) {
      const { promise, resolve } = Promise.withResolvers<string>()
      coming.set(item, () => resolve(item))
      queue.pushLater(promise, bytes)
    },
    async comes(item: string) {
      coming.get(item)?.()
      await settle()
    },
    waits: () => [queue.length, queue.bytes],
  }
}

describe('B02 nothing of a stream is overtaken', () => {
  it('what is ready while nothing waits is delivered at once, and takes no room', () => {
    const { queue, log, waits } = aQueue()
    queue.push('a', 5)
    queue.push('b', 5)
    expect([log, waits()]).toEqual([
      ['a', 'b'],
      [0, 0],
    ])
  })

  it('what is ready waits for what came before it, and counts while it does', async () => {
    const { queue, log, later, comes, waits } = aQueue()
    later('a', 2)
    queue.push('b', 3)
    later('c', 4)
    expect([log, waits()]).toEqual([[], [3, 9]])
    await comes('c')
    // Nothing has gone: there is no more room than before.
    expect([log, waits()]).toEqual([[], [3, 9]])
    await comes('a')
    expect([log, waits()]).toEqual([
      ['a', 'b', 'c', 'room'],
      [0, 0],
    ])
  })

  it('an end comes last, once, and at once where nothing waits', async () => {
    const { queue, log, later, comes } = aQueue()
    later('a')
    queue.finish(() => log.push('end'))
    queue.finish(() => log.push('another end'))
    expect(log).toEqual([])
    await comes('a')
    expect(log).toEqual(['a', 'room', 'end'])
    queue.push('b', 1)
    later('c')
    await comes('c')
    expect(log).toEqual(['a', 'room', 'end', 'b', 'c', 'room'])
    const idle = aQueue()
    idle.queue.finish(() => idle.log.push('end'))
    expect(idle.log).toEqual(['end'])
  })

  it('what waits can be forgotten: it takes no room any more, and nothing of it is delivered', async () => {
    const { queue, log, later, comes, waits } = aQueue()
    later('a', 2)
    queue.push('b', 3)
    queue.clear()
    expect(waits()).toEqual([0, 0])
    await comes('a')
    expect(log).toEqual([])
  })
})
