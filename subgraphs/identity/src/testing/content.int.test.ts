import { contentFields, contentTests } from '@kompetanse/graph/testing'
import { expect, test } from 'vitest'
import { schema } from '../schema.ts'

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

contentTests(schema, { notContent: NOT_CONTENT, digests: 0 })

// Who reads it is in use-cases/open-record.int.test.ts.
test('B32 all that is content is why a record was opened', () => {
  expect(contentFields(schema)).toEqual(['RecordOpening.reason'])
})
