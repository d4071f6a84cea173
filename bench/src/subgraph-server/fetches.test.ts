import { graphql } from 'graphql'
import { expect, test } from 'vitest'
import { planFetches } from './fetches.ts'
import { inventedSchema } from './invented-schema.ts'
import { MOST_USED } from './operations.ts'

test.each(MOST_USED)('what %s asks of the subgraphs is answered from memory without errors', async (name) => {
  const fetches = planFetches([name])
  expect(fetches.length).toBeGreaterThan(0)
  for (const { subgraph, body } of fetches) {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
    const schema = inventedSchema(subgraph)
    const answer = await graphql({ schema, source: query, variableValues: variables })
    expect(answer.errors).toBeUndefined()
    expect(Object.values(answer.data ?? {}).every((value) => value !== null)).toBe(true)
  }
})
