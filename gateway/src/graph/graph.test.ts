import { readFileSync } from 'node:fs'
import { SPECIFICATIONS } from '@kompetanse/schema/scalars'
import { SUPERGRAPH_PATH } from '@kompetanse/schema/supergraph'
import { isScalarType } from 'graphql'
import { expect, it } from 'vitest'
import { buildGraph } from './graph.ts'

const { schema, supergraphSchema } = buildGraph(readFileSync(SUPERGRAPH_PATH, 'utf8'))

it.each(Object.entries(SPECIFICATIONS))('says to clients by what it is specified: %s', (name, url) => {
  expect(schema.getType(name)).toMatchObject({ specifiedByURL: url })
  // Composition leaves it out: were it to come through, `specified` is not needed any more.
  const composed = supergraphSchema.getType(name)
  expect(isScalarType(composed) && composed.specifiedByURL).toBeFalsy()
})
