import { aPerson, badReferences } from '@kompetanse/graph/testing'
import { startTestSubgraph } from '@kompetanse/process/testing'
import { expect, test } from 'vitest'
import { subgraph } from './database.ts'
import { schema } from './schema.ts'

test('F044 a reference by a key that is nothing is null and takes no other with it, whatever its type', async () => {
  const own = await startTestSubgraph(subgraph)
  expect(await badReferences(schema, aPerson('0190a1b2-0000-7000-8000-00000000000a'))).toEqual([])
  await own.stop()
})
