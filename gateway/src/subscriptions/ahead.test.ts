import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aScriptedWorld, type ScriptedWorld } from '../../testing/subscriptions/scripted-world.ts'

const sdl = `
  type Query { q: Int }
  type Subscription { tick: Tick }
  enum Colour { RED GREEN }
  type Tick { n: Int! colour: Colour inner: Inner }
  type Inner { s: String! }`

let world: ScriptedWorld
beforeEach(async () => {
  world = await aScriptedWorld({ sdl })
})
afterEach(() => world.end())

async function eventOf(selections: string, tick: object) {
  world.upstream.onSubscribe = ({ next }) => next({ data: { tick } })
  const client = await world.client()
  client.subscribe('1', `subscription { tick { ${selections} } }`)
  await vi.waitFor(() => expect(client.events('1')).toHaveLength(1))
  return client.events('1')[0]
}

describe('B02 an event that is not as the schema says is corrected as the answer to a query', () => {
  it.each([
    ['a value that the enum has not', 'n colour', { n: 1, colour: 'BLUE' }, { n: 1, colour: null }],
    ['a null that must not be', 'n inner { s }', { n: 1, inner: { s: null } }, { n: 1, inner: null }],
    ['a text for a number', 'n', { n: 'one' }, null],
  ])('%s', async (_name, selections, sent, tick) => {
    const event = await eventOf(selections, sent)
    expect(event).toEqual({
      data: { tick },
      extensions: { valueCompletion: [expect.objectContaining({ message: expect.any(String) as string })] },
    })
  })

  it('a field that was not selected is left out', async () => {
    expect(await eventOf('n', { n: 1, secret: 2 })).toEqual({ data: { tick: { n: 1 } } })
  })
})
