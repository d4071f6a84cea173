import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
beforeAll(async () => {
  world = await aWorld(library)
})
afterAll(() => world.close())

// The list of audits does not depend on where they are held.
const audits = serverAudits({ url: () => world.url })

describe('audits of GraphQL over HTTP, those of what SHOULD and MAY be too', () => {
  it('are as many as they were when this was written', () => {
    expect(audits).toHaveLength(61)
  })

  it.each(audits)('$id $name', async ({ id, fn }) => {
    expect(await fn()).toMatchObject({ id, status: 'ok' })
  })
})
