import { afterAll, beforeAll, expect, it } from 'vitest'
import { lostInputs } from '../../testing/cases/lost-inputs.ts'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'

let world: World
beforeAll(async () => {
  world = await aWorld(lostInputs.subgraphs, { compiled: () => 'all' })
})
afterAll(() => world.close())

it('nothing is sent for a field whose nested input is lost', async () => {
  await world.ask('{ row { one many all } }')
  expect(world.subgraphs['b']?.received).not.toEqual([])
  expect(world.subgraphs['c']?.received).toEqual([])
  // The control: it is asked where nothing is lost.
  await world.ask('{ none { one } }')
  expect(world.subgraphs['c']?.received).toHaveLength(1)
})
