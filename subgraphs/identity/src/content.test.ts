import { contentFields, textsWithoutMark, unguardedWays } from '@kompetanse/graph/testing'
import { expect, test } from 'vitest'
import { schema } from './schema.ts'

const CARD = 'how to reach a person; contactsOf says for whom'
/** Texts that nobody wrote in a trainee's record, and what they are instead. */
const NOT_CONTENT: Readonly<Record<string, string>> = {
  'Enterprise.name': 'a name',
  'Nation.name': 'a name',
  'Person.displayName': 'a name',
  'Person.email': CARD,
  'Person.familyName': 'a name',
  'Person.givenName': 'a name',
  'Person.hprNumber': CARD,
  'Person.phone': CARD,
  'RecordOpening.traineeName': 'a name',
  'Region.name': 'a name',
  'Track.code': 'a name',
  'Track.name': 'a name',
  'Trainee.displayName': 'a name',
  'Trainee.position': 'from a closed list',
  'Unit.name': 'a name',
}

test('B32 every text of the graph is content or known not to be', () => {
  expect(textsWithoutMark(schema)).toEqual(Object.keys(NOT_CONTENT).toSorted())
  // Who reads it is in use-cases/open-record.int.test.ts.
  expect(contentFields(schema)).toEqual(['RecordOpening.reason'])
  expect(unguardedWays(schema)).toEqual([])
})
