import { afterEach, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { shop } from '../../testing/shop.ts'

let world: World
afterEach(() => world.close())

const COST = 'query ($a: Boolean!) { product { label stock cost @include(if: $a) } }'
const without = { data: { product: { label: 'Lamp', stock: 4 } } }
const withCost = { data: { product: { label: 'Lamp', stock: 4, cost: 3 } } }
/** Documents are kept up to 4 million characters, plans longer. */
const forgetDocuments = async () => {
  for (let each = 0; each <= 20; each++)
    await world.ask(`{ product { label } } # ${each} ${'x'.repeat(200_000)}`)
}

it('a plan is for its conditions, also when the document was forgotten and comes with them in another order', async () => {
  world = await aWorld(shop, { compiled: () => 'none' })
  expect((await world.ask(COST, { a: false })).body).toEqual(without)
  expect((await world.ask(COST, { a: true })).body).toEqual(withCost)
  await forgetDocuments()
  expect((await world.ask(COST, { a: true })).body).toEqual(withCost)
  expect((await world.ask(COST, { a: false })).body).toEqual(without)
})
