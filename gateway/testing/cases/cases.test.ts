import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../gateway-fixture.ts'
import type { Case } from './case.ts'
import { kinds } from './kinds.ts'

interface Body {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly path?: readonly unknown[]
    readonly extensions: { readonly code: string }
  }[]
  readonly extensions?: { readonly valueCompletion?: readonly { readonly path: readonly unknown[] }[] }
}

const placeOf = (path: readonly unknown[] = []) => path.join('.')

/** An answer in comparable form: its data in order, and its errors and extensions. */
const digest = ({ data, errors = [], extensions }: Body) => ({
  data: JSON.stringify(data),
  errors: errors.map(({ path, extensions: { code } }) => `${placeOf(path)} ${code}`).sort(),
  unexplained: (extensions?.valueCompletion ?? []).map(({ path }) => placeOf(path)),
})

const right = ({ data, errors = [], unexplained = [] }: Case) => ({
  data: JSON.stringify(data),
  errors: errors.map(([path, code]) => `${path} ${code}`).sort(),
  unexplained,
})

async function answerOf({ url }: World, { query, variables }: Case): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return response.text()
}

const titleOf = ({ title, query, variables }: Case) =>
  title ?? `${query} ${variables ? JSON.stringify(variables) : ''}`

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
