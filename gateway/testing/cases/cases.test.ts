import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../gateway-fixture.ts'
import type { Case } from './case.ts'
import { digest, right, titleOf, type Body } from './digest.ts'
import { kinds } from './kinds.ts'

async function answerOf({ url }: World, { query, variables }: Case): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return response.text()
}

describe.each(['all', 'none'] as const)('compiled: %s', (compiled) => {
  describe.each(kinds)('$title', ({ subgraphs, cases }) => {
    let world: World
    beforeAll(async () => {
      world = await aWorld(subgraphs, { compiled: () => compiled, limits: { maxRepeats: Infinity } })
    })
    afterAll(() => world.close())

    it.each(cases.map((each) => [titleOf(each), each] as const))('%s', async (_title, each) => {
      const text = await answerOf(world, each)
      const answer = digest(JSON.parse(text) as Body)
      if (compiled === 'none' && each.notByApollo) return expect(answer).not.toEqual(right(each))
      expect(answer).toEqual(right(each))
      if (each.text) expect(text).toContain(each.text)
    })
  })
})
