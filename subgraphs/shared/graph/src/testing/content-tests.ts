/** What holds of the texts of every subgraph, whoever reads them: a line in each subgraph. */
import type { GraphQLSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { contentFields, digests, textsWithoutMark, unguardedWays } from './content.ts'

export interface Texts {
  /** Texts that nobody wrote of a trainee, by coordinate, and what they are instead. */
  readonly notContent: Readonly<Record<string, string>>
  /** How many fields give a checksum: none too is said, so that the first is looked at. */
  readonly digests: number
}

export function contentTests(schema: GraphQLSchema, expected: Texts): void {
  describe('B32 every text of the graph is content or known not to be', () => {
    test('a new one is found here, and is marked or given its reason', () => {
      expect(textsWithoutMark(schema)).toEqual(Object.keys(expected.notContent).toSorted())
    })
    test('a digest is content of what it is the digest of: what is short is guessed', () => {
      expect(digests(schema)).toHaveLength(expected.digests)
      expect(digests(schema).filter((each) => !contentFields(schema).includes(each))).toEqual([])
    })
    test('a text without a guard of its own is led to by guarded fields alone', () => {
      expect(unguardedWays(schema)).toEqual([])
    })
  })
}
