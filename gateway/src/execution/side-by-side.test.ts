import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, aWorld, type World } from '../../testing/gateway-fixture.ts'
import { LIBRARY_CASES } from '../../testing/cases/library-cases.ts'
import { library } from '../../testing/library.ts'
import { aReference, type Reference } from '../../testing/reference.ts'

/** What a subgraph gave no code for is a bug of its own: the reference shows it, this gateway masks it. */
const MASKED: Record<string, string> = { DOWNSTREAM_SERVICE_ERROR: 'INTERNAL_SERVER_ERROR' }
const comparable = (errors: { path?: unknown; extensions?: Record<string, unknown> }[] = []) =>
  errors
    .map(({ path, extensions }) => ({ path, code: String(extensions?.['code']) }))
    .map(({ path, code }) => JSON.stringify([path, MASKED[code] ?? code]))
    .sort()

describe.each(['all', 'none'] as const)('answers as the reference gateway does, compiled: %s', (compiled) => {
  let world: World
  let reference: Reference

  beforeAll(async () => {
    world = await aWorld(library, { compiled: () => compiled })
    reference = await aReference(world.supergraph)
  })
  afterAll(async () => {
    await reference.stop()
    await world.close()
  })

  for (const [name, given] of Object.entries(LIBRARY_CASES)) {
    it(name, async () => {
      const [query, variables] = typeof given === 'string' ? [given, {}] : given
      const expected = await ask(reference.url, { query, variables })
      const { body, status } = await world.ask(query, variables)
      expect([expected.status, status]).toEqual([200, 200])
      // As text: the order of fields is part of the answer.
      expect(JSON.stringify(body.data)).toBe(JSON.stringify(expected.body.data))
      expect(comparable(body.errors)).toEqual(comparable(expected.body.errors))
    })
  }
})
